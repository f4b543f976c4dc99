"""The paper that an article is in asks people; it holds no meetings with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from extract import read
from extract.articles import article_of

TEXT = (
    "Lena Dahl has run the port of Zenda since May. The Coast Post met Lena Dahl on "
    "Monday in Zenda. On Tuesday she met Premier Ivo Brandt in Zenda.\n"
)


@pytest.mark.model
@pytest.mark.parametrize(
    ("publisher", "days"),
    [("Coast Post", ["2024-06-11"]), ("Hill Times", ["2024-06-10", "2024-06-11"])],
    ids=["its own", "another"],
)
def test_an_interview_by_the_article_s_own_paper_is_no_meeting(nlp, publisher, days):
    article = replace(
        article_of(TEXT),
        published=date(2024, 6, 12),
        published_basis="manifest",
        publisher=publisher,
    )

    (found,) = read([article], nlp=nlp)

    assert [e.begin for e in found.events if e.type == "meeting"] == days
