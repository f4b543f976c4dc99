"""What one version is said to change, leave out or add against another."""

import pytest


@pytest.fixture(scope="module")
def deviations_of(reading_of):
    """Read one made-up text, published on Wednesday 12 June 2024."""
    return lambda text: reading_of(text).deviations


@pytest.mark.model
def test_a_changed_term_has_its_old_and_its_new_words(deviations_of):
    text = (
        "The previous version said inspections would only be possible if all members"
        " agree. The new version says a majority of members must agree."
    )

    (found,) = deviations_of(text)

    assert found.kind == "changed"
    assert found.topic == "inspections"
    assert found.old is not None
    assert "all members" in found.old.text
    assert "a majority" in found.new.text


@pytest.mark.model
@pytest.mark.parametrize(
    ("verb", "kind"),
    [
        ("fails to mention the cap on tariffs", "omitted"),
        ("no longer includes the cap on tariffs", "omitted"),
        ("omits the cap on tariffs", "omitted"),
        ("adds a cap on tariffs", "added"),
    ],
)
def test_a_verb_tells_what_a_version_does_to_a_term(deviations_of, verb, kind):
    text = f"Chile's first draft was sent in May. Chile's new draft {verb}."

    assert [(found.kind, found.topic) for found in deviations_of(text)] == [
        (kind, "tariffs")
    ]


@pytest.mark.model
def test_a_claim_has_its_claimant_and_day(deviations_of):
    text = (
        "Peru's first proposal was sent in May. Peru's new proposal no longer includes"
        " the cap on tariffs, Norwegian minister Kari Lund said on Monday."
    )

    (found,) = deviations_of(text)

    assert found.claimed_by == "Kari Lund"
    assert found.date == "2024-06-10"


@pytest.mark.model
def test_a_single_version_deviates_from_nothing(deviations_of):
    assert deviations_of("The draft does not mention tariffs.") == ()


@pytest.mark.model
@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("the cap on tariffs had vanished", "omitted"),
        ("the cap on tariffs was missing", "omitted"),
        ("the cap on tariffs had been dropped", "omitted"),
        ("there is no longer any mention of the cap on tariffs", "omitted"),
        ("the cap on tariffs had become a target", "changed"),
        ("tariffs would now be capped by Chile rather than by Peru", "changed"),
        ("it contained a cap on tariffs which had never been discussed", "added"),
        ("it introduces a cap on tariffs", "added"),
    ],
)
def test_a_clause_about_a_term_tells_what_became_of_it(deviations_of, clause, kind):
    text = f"Chile sent a revised draft on Monday. Minister Kari Lund said {clause}."

    assert [(d.kind, d.topic, d.claimed_by) for d in deviations_of(text)] == [
        (kind, "tariffs", "Kari Lund")
    ]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Minister Kari Lund said the cap on tariffs had vanished.",
        "Chile sent a revised draft. The cap on tariffs had vanished.",
        "Chile sent a revised draft. Kari Lund said the cap had not been dropped.",
        "Chile sent a revised draft. Kari Lund said the draft had vanished.",
    ],
)
def test_a_clause_tells_no_change_without_version_claim_and_term(deviations_of, text):
    assert deviations_of(text) == ()
