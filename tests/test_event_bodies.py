"""Who takes part, and where: fronts, addressees, towns of those who act."""

import pytest


@pytest.fixture
def cast_of(reading_of):
    """Return participants and places of each event by its type."""

    def read(text):
        out = {}
        for event in reading_of(text).events:
            who, where = out.setdefault(event.type, (set(), set()))
            who.update(event.participants)
            where.update(event.places)
        return out

    return read


FRONT = (
    "The Front for the Freedom of Zembla attacked an army post near Orsk on Monday, "
    "police said.\n\nThe rebels rejected a truce on Tuesday."
)


@pytest.mark.model
def test_the_rebels_are_the_only_front_that_the_article_names(cast_of):
    who, _ = cast_of(FRONT)["rejection"]

    assert "Front for the Freedom of Zembla" in who
    assert "rebels" not in who


@pytest.mark.model
def test_rebels_are_nobody_else_where_two_fronts_are_named(cast_of):
    second = " The Popular Liberation Front of Orsk was silent.\n\nThe rebels"

    who, _ = cast_of(FRONT.replace("\n\nThe rebels", second))["rejection"]

    assert who == {"rebels"}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "type_", "name"),
    [
        (
            "The council ordered an embargo on trade with Kenya on Monday.",
            "sanction",
            "Kenya",
        ),
        (
            "Ghana and Togo are neighbours. Officials from the two countries met in "
            "Lagos on Monday.",
            "meeting",
            "Togo",
        ),
    ],
    ids=["whose trade is stopped", "of the two countries"],
)
def test_the_other_side_takes_part(cast_of, text, type_, name):
    events = cast_of(text)

    assert any(
        name in who for kind, (who, _) in events.items() if kind in {type_, "talks"}
    )


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Union officials in Lagos rejected the pay offer on Monday.", "Lagos"),
        ("Nine workers were injured in the Lagos bombing on Monday.", "Lagos"),
    ],
    ids=["where those who act are", "what an attack is called by"],
)
def test_a_town_beside_who_acts_is_where_it_was(cast_of, text, place):
    places = {name for _, where in cast_of(text).values() for name in where}

    assert place in places


@pytest.mark.model
def test_a_country_before_talks_is_no_place_of_theirs(cast_of):
    events = cast_of("The Chad peace talks opened in Geneva on Monday, mediators said.")

    assert all("Chad" not in where for _, where in events.values())


@pytest.mark.model
def test_who_sets_a_deadline_in_words_takes_part_in_it(cast_of):
    who, _ = cast_of(
        "Ana Ruiz said that the wording must be restored by 27 September."
    )["deadline"]

    assert who == {"Ana Ruiz"}


@pytest.mark.model
def test_what_a_text_departs_from_is_not_where_it_was_put_forward(cast_of):
    _, where = cast_of(
        "The minister complained that Togo's second draft departed from the one it "
        "put forward at the talks in Lagos. The second draft, which Togo sent on "
        "Monday, says nothing of fishing."
    )["proposal"]

    assert "Lagos" not in where


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Lawmakers rejected the bill on Monday, the paper said.",
        "Peru's parliament rejected the bill on Monday, the paper said.",
    ],
)
def test_deputies_vote_as_the_parliament_that_the_article_names(reading_of, text):
    text += " The National Assembly had debated it for three weeks."

    (refusal,) = (e for e in reading_of(text).events if e.type == "rejection")

    assert refusal.participants == ("National Assembly",)
