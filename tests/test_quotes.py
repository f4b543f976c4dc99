"""Quotation marks: which words stand between them, a paragraph at a time."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.quotes import find_quotations, paragraphs


def quoted(text):
    return [text[q.start : q.end] for q in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said "no deal" today.', ['"no deal"']),
        ("She said “no deal” today.", ["“no deal”"]),
        ("Elle dit « no deal » ce soir.", ["« no deal »"]),
        ("She said ''no deal, not yet'' today.", ["''no deal, not yet''"]),
        ("The ‘fair offer’ of the workers’ union", ["‘fair offer’"]),
        (
            "“He told me ‘never again,’ and left.”",
            ["“He told me ‘never again,’ and left.”"],
        ),
        ("“They called it “fair” twice,” he said.", ["“They called it “fair” twice,”"]),
        ('“We agreed," she said.', ['“We agreed,"']),
        ('"One," he said. "Two."', ['"One,"', '"Two."']),
    ],
    ids=[
        "straight",
        "curly",
        "guillemets",
        "doubled single",
        "single",
        "single in double",
        "nested curly",
        "mixed styles",
        "broken by its cue",
    ],
)
def test_quotations_are_found_in_every_style(text, expected):
    assert quoted(text) == expected


def test_an_open_mark_ends_with_its_paragraph():
    text = 'He urged them "to avoid a gap.\n\nNobody "agreed" with him.'

    assert quoted(text) == ['"to avoid a gap.', '"agreed"']


def test_a_closing_mark_alone_begins_with_its_paragraph():
    assert quoted("We will not sign,” the mayor said.") == ["We will not sign,”"]


def test_a_stray_opening_mark_before_another_is_passed_over():
    text = '"A source said, "We did not get a deal."'

    assert quoted(text) == ['"We did not get a deal."']


def test_a_quotation_may_cover_several_sentences():
    text = "“One. Two! Three?” she asked."

    assert quoted(text) == ["“One. Two! Three?”"]


def test_marks_without_words_enclose_nothing():
    assert quoted('Nothing "" here.') == []


def test_apostrophes_are_no_marks():
    assert quoted("The workers' demands don't match Kyiv's or the ’90s.") == []


@given(
    st.lists(
        st.text(alphabet="ab “”«»\"‘’'.,„", min_size=1, max_size=30),
        min_size=1,
        max_size=4,
    )
)
def test_quotations_are_in_order_apart_and_inside_their_paragraph(parts):
    text = "\n\n".join(parts)

    spans = list(paragraphs(text))
    found = find_quotations(text)

    assert all(a.end <= b.start for a, b in pairwise(found))
    for q in found:
        assert q.start <= q.inner_start < q.inner_end <= q.end
        assert any(start <= q.start and q.end <= end for start, end in spans)


@given(
    st.lists(
        st.sampled_from(
            [
                "“We agreed,” the mayor said. “It is over.”",
                'The plan is "fair" and "final," he said.',
                "« Rien », dit-elle.",
                "No marks at all here.",
                "“A paragraph that goes on.",
                "“And on,” she said.",
            ]
        ),
        min_size=2,
        max_size=4,
    ),
    st.integers(0, 200),
)
def test_removing_one_mark_changes_nothing_outside_its_paragraph(parts, choice):
    text = "\n\n".join(parts)
    marks = [i for i, c in enumerate(text) if c in '“”«»"']
    if not marks:
        return
    at = marks[choice % len(marks)]
    shorter = text[:at] + text[at + 1 :]
    start, end = next(p for p in paragraphs(text) if p[0] <= at < p[1])

    before = [
        (q.start, q.end) for q in find_quotations(text) if not start <= q.start < end
    ]
    after = [
        (q.start + (q.start >= at), q.end + (q.start >= at))
        for q in find_quotations(shorter)
        if not start <= q.start < end - 1
    ]

    assert after == before
