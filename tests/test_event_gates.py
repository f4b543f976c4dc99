"""What is told by clauses and nouns that the gates of events let through."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extract.articles import article_of
from extract.pipeline import read_alone

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model


def events_of(nlp: Language, text: str) -> list[tuple[str, str, str | None]]:
    """Return type, label and modality of the events of a text."""
    (found,) = read_alone([article_of(text)], nlp=nlp)
    return [(event.type, event.label, event.modality) for event in found.events]


def types_of(nlp: Language, text: str) -> set[str]:
    """Return the types of the events of a text."""
    return {kind for kind, _, _ in events_of(nlp, text)}


@pytest.mark.parametrize(
    "text",
    [
        "They fled after the bombing of Hentzau.",
        "The Hentzau bombing angered the union.",
        "Nobody spoke of Ruritania's raid on Zenda.",
    ],
)
def test_an_attack_told_by_whose_or_where_it_was_is_told(
    nlp: Language, text: str
) -> None:
    assert "attack" in types_of(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "Flavia's attack on Rupert was a matter of words.",
        "It was an attack on the rules.",
        "Bombings hurt trade everywhere.",
    ],
)
def test_an_attack_in_words_or_of_nobody_is_none(nlp: Language, text: str) -> None:
    assert "attack" not in types_of(nlp, text)


def test_a_verb_with_one_form_for_all_times_tells_the_past(nlp: Language) -> None:
    found = events_of(nlp, "Grauco Inc. shut down the mine on 3 March 2029.")
    assert ("other", "Grauco Inc. shuts down mine", "actual") in found


def test_what_somebody_said_would_be_done_on_a_day_is_planned(nlp: Language) -> None:
    text = "The minister said the company would close the plant on 16 May 2031."
    assert ("other", "Company closes plant (planned)", "planned") in events_of(
        nlp, text
    )


def test_what_was_done_to_something_may_be_called_by_two_words(nlp: Language) -> None:
    found = events_of(nlp, "The company was founded in October 2029.")
    assert ("other", "Company founded", "actual") in found


def test_a_sum_that_is_handed_over_is_named(nlp: Language) -> None:
    text = "Ruritania's central bank transferred $40 million to Graustark on 5 May."
    labels = [label for _, label, _ in events_of(nlp, text)]
    assert any("$40 million" in label for label in labels)


def test_whatever_comes_into_force_is_told(nlp: Language) -> None:
    found = events_of(nlp, "The quotas came into force on 2 May 2031.")
    assert any(label.startswith("Entry into force") for _, label, _ in found)


def test_delegations_locked_in_talks_hold_them(nlp: Language) -> None:
    text = "Both teams are locked in talks in Zenda."
    assert "talks" in types_of(nlp, text)


def test_talks_that_almost_came_apart_went_on(nlp: Language) -> None:
    kinds = types_of(nlp, "Ruritania's talks with Graustark almost came apart.")
    assert "talks" in kinds
    assert "impasse" not in kinds


def test_an_accord_that_came_apart_is_told_so(nlp: Language) -> None:
    assert "impasse" in types_of(nlp, "The accord came apart on 4 May 2031.")


def test_who_is_met_with_may_be_the_only_one_named(nlp: Language) -> None:
    text = "They spoke after meeting with President Flavia Rassendyll on Tuesday."
    assert "meeting" in types_of(nlp, text)


def test_a_paper_is_somebodys_proposal(nlp: Language) -> None:
    assert "proposal" in types_of(nlp, "Ruritania's draft angered the growers.")


def test_an_inquiry_is_told_by_whose_it_is(nlp: Language) -> None:
    text = "The leak hurt Ruritania's investigation of the wreck."
    found = events_of(nlp, text)
    assert any(label.startswith("Investigation") for _, label, _ in found)
