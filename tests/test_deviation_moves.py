"""Changes of terms told as moves, in somebody's words about a paper."""

import pytest

pytestmark = pytest.mark.model

TALKS = (
    "Talks on the fishing treaty resumed on Monday. The negotiators of Chile sent a"
    " new draft to Peru, the mediator said.\n\n"
)


@pytest.fixture(scope="module")
def changes(reading_of):
    """Return kind, claimant and words of the claimed changes of a made-up text."""
    return lambda text: [
        (found.kind, found.claimed_by, found.new.text)
        for found in reading_of(TALKS + text).deviations
    ]


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        (
            "the closed season had been shortened from six months to ten weeks",
            "changed",
        ),
        ("Chile had slipped in a levy on anchovies", "added"),
        ("the text waters down the pledge on nets", "changed"),
        ("the chapter on nets has been rewritten", "changed"),
        ("the quota for anchovies had been struck out", "omitted"),
        ("the quota for anchovies is gone", "omitted"),
        ("Chile had reneged on the closed season", "changed"),
        ("the draft held a levy which nobody had mentioned before", "added"),
    ],
)
def test_a_move_of_a_term_is_a_change_that_somebody_claims(changes, clause, kind):
    found = changes(f"Peruvian minister Rosa Lund said {clause}.")

    assert [(one, who) for one, who, _ in found] == [(kind, "Rosa Lund")]


def test_what_was_before_stands_beside_what_is_now(reading_of):
    (found,) = reading_of(
        TALKS + "Peruvian minister Rosa Lund said the closed season had been shortened"
        " from six months to ten weeks."
    ).deviations

    assert found.old is not None
    assert found.old.text == "six months"
    assert "to ten weeks" in found.new.text


@pytest.mark.parametrize(
    "clause",
    [
        "the closed season could be shortened from six months to ten weeks",
        "the closed season had not been watered down",
        "the fleet had gone as far as the islands",
        "it is written in the constitution",
    ],
)
def test_what_may_be_or_is_not_is_no_change(changes, clause):
    assert changes(f"Peruvian minister Rosa Lund said {clause}.") == []


def test_a_change_that_nobody_claims_is_none(changes):
    assert changes("The closed season had been cut from six months to two.") == []


def test_what_a_version_adds_is_a_term_of_it(reading_of):
    reading = reading_of(
        TALKS + "Peruvian minister Rosa Lund said Chile's new draft had slipped in a"
        " levy on anchovies."
    )

    terms = [v.quoted.text for p in reading.proposals for v in p.provisions]

    assert any("a levy on anchovies" in term for term in terms)
