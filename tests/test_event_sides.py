"""Who takes part: sides by name, by "both sides", by mediation."""

import pytest

pytestmark = [
    pytest.mark.model,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]


@pytest.fixture(scope="module")
def events_of(reading_of):
    """Read one made-up text, published on Wednesday 12 June 2024."""
    return lambda text: reading_of(text).events


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Envoys of Peru and Kenya held talks in Oslo on Tuesday.",
            {"Peru", "Kenya"},
        ),
        (
            "Talks between Peru and Kenya began on Tuesday, mediated by Norway.",
            {"Peru", "Kenya", "Norway"},
        ),
        (
            "On Monday talks that included Peru and Kenya were held in Oslo.",
            {"Peru", "Kenya"},
        ),
    ],
)
def test_talks_have_their_sides(events_of, text, sides):
    (talks,) = (event for event in events_of(text) if event.type == "talks")

    assert set(talks.participants) == sides


def test_both_sides_are_the_pair_that_the_article_names(events_of):
    text = (
        "Talks between Peru and Kenya opened in Oslo on Monday.\n\n"
        "The two sides agreed on Tuesday to cut tariffs."
    )

    (deal,) = (event for event in events_of(text) if event.type == "agreement")

    assert set(deal.participants) == {"Peru", "Kenya"}


def test_whose_demand_is_rejected_takes_part(events_of):
    text = "On Monday the company rejected the union's demand for higher wages."

    (refusal,) = (event for event in events_of(text) if event.type == "rejection")

    assert set(refusal.participants) == {"company", "union"}


def test_several_pairs_leave_both_sides_open(events_of):
    text = (
        "Talks between Peru and Kenya opened in Oslo on Monday. Talks between Chile "
        "and Ghana opened in Lima on Sunday.\n\nBoth sides agreed on Tuesday to cut "
        "tariffs."
    )

    (deal,) = (event for event in events_of(text) if event.type == "agreement")

    assert not set(deal.participants) & {"Peru", "Kenya", "Chile", "Ghana"}


def test_who_strikes_is_the_federation_that_called_it(events_of):
    text = (
        "The Federation of Tram Drivers began a two-day strike on Monday. The "
        "Signal Fitters' Union said on Tuesday that it would not join."
    )

    (strike,) = (event for event in events_of(text) if "Strike" in event.label)

    assert strike.participants == ("Federation of Tram Drivers",)
