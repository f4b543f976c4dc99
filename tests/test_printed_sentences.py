"""The sentence shown with a thing of the main line is whole and stands alone."""

from __future__ import annotations

import pytest

from extract.articles import article_of
from graph.printing import sentence
from graph.story import Evidence


def shown(text, words):
    start = text.index(words)
    told = Evidence(
        article="a", file="a.txt", start=start, end=start + len(words), text=words
    )
    return sentence(article_of(text, file="a.txt"), told)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The boats were idle, N. Adeyemi told reporters on Friday.", "Crews voted."),
        ("Gen. Okonjo had met Dr. Lind in the U.S. embassy.", "Crews voted."),
        ("It was over by 3 p.m. (it had begun at 9).", "Crews voted."),
        ('"Never," said Mrs. Lind.', "Crews voted."),
    ],
)
def test_initials_and_titles_end_no_sentence(first, second):
    text = f"{first} {second}"

    assert shown(text, "Crews") == second
    assert shown(text, first[:6]) == first


def test_a_question_and_a_quote_end_one():
    text = 'Who pays? "Nobody." The crews left.'

    assert shown(text, "crews") == "The crews left."
    assert shown(text, "Who") == "Who pays?"
