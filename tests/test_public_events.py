"""What happens in public around talks: streets, supplies, offices, yes and no."""

import pytest

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def events_of(reading_of):
    """Read one made-up text, published on Wednesday 12 June 2024."""
    return lambda text: reading_of(text).events


BEFORE = (
    "Officials in Lusaka are used to long arguments. The weather in the region is mild"
    " at this time of year.\n\nMost of the people there grow maize and cotton. Prices"
    " have been low for years.\n\n"
)
TOLD = [
    ("Protests broke out in Lusaka on Sunday.", "other", "2024-06-09"),
    ("Riots flared up in three towns on Sunday.", "other", "2024-06-09"),
    ("A general strike paralysed Blantyre on Monday.", "other", "2024-06-10"),
    ("Bargemen began a three-day strike on Monday.", "other", "2024-06-10"),
    ("Rebels began a three-day offensive on Monday.", "attack", "2024-06-10"),
    ("A crowd set fire to the tax office on Saturday.", "other", "2024-06-08"),
    ("Shops were looted in Ndola on Saturday.", "other", "2024-06-08"),
    ("Police used tear gas against the marchers on Sunday.", "other", "2024-06-09"),
    (
        "A bomb destroyed a pumping station at Karonga on Sunday.",
        "attack",
        "2024-06-09",
    ),
    ("Zambia interrupted power supplies on 3 June.", "other", "2024-06-03"),
    ("A Zambian truck was turned away on Monday.", "other", "2024-06-10"),
    ("Tembo took up the file in April.", "other", "2024-04-01"),
    ("Joyce Tembo was asked in March to mediate.", "other", "2024-03-01"),
    ("Fitch downgraded Zambia in March.", "other", "2024-03-01"),
    ("China released $90 million last week.", "other", "2024-06-03"),
    ("The kwacha was devalued on Friday.", "other", "2024-06-07"),
    ("The government lost a vote of confidence on Monday.", "vote", "2024-06-10"),
    ("Nurses returned to the wards on Monday.", "other", "2024-06-10"),
    ("Malawi gave a conditional yes on Monday.", "agreement", "2024-06-10"),
    ("Two helicopters collided near Kitwe last Friday.", "other", "2024-06-07"),
    ("Grace Phiri called Peter Banda on Friday.", "call", "2024-06-07"),
    (
        "Grace Phiri travelled to the port town of Beira on Friday.",
        "visit",
        "2024-06-07",
    ),
    (
        "Malawi took the dispute to the Security Council in April.",
        "other",
        "2024-04-01",
    ),
    ("The fee, approved in April, is high.", "other", "2024-04-01"),
    (
        "Malawi wants an offer the Zambian union rejected on Monday.",
        "rejection",
        "2024-06-10",
    ),
    (
        "The talks are the second this year. The first broke down in March.",
        "impasse",
        "2024-03-01",
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "kind", "begin"), TOLD, ids=[t[0] for t in TOLD])
def test_public_affairs_are_told_with_their_day(events_of, text, kind, begin):
    found = [(event.type, (event.begin or "")) for event in events_of(BEFORE + text)]

    assert any(type_ == kind and begin.startswith(day) for type_, day in found if day)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Deliveries of maize resumed on Monday.", "Deliveries of maize resume"),
        ("Banda reshuffled his cabinet on Monday.", "Banda reshuffles cabinet"),
        ("The mission went home on Monday.", "Mission goes home"),
        ("Farmers ended their blockade on Friday.", "Farmers end blockade"),
        ("Zambian soldiers pulled back on Monday.", "Zambian soldiers pull back"),
    ],
)
def test_a_label_has_the_whole_verb(events_of, text, label):
    assert label in {event.label for event in events_of(BEFORE + text)}


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Peter Mwale said on Monday the draft was a non-starter.",
        "Peter Mwale said on Monday that a lower price was out of the question.",
        "Peter Mwale said on Monday that the union would not budge on pay.",
    ],
)
def test_a_refusal_is_told_by_what_something_is(events_of, text):
    assert "rejection" in {event.type for event in events_of(BEFORE + text)}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Our unit is not for sale, Peter Mwale said on Monday.", "rejection"),
        ("Peter Mwale answered the question on Monday.", "rejection"),
        ("The firm gave up its service in April.", "agreement"),
        ("Including 900 shares bought in May, it holds a fifth.", "other"),
    ],
)
def test_what_only_looks_like_a_turn_is_none(events_of, text, kind):
    assert kind not in {event.type for event in events_of(BEFORE + text)}
