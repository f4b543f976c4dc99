"""Days told beside an event's clause, and the last of some days for what ends."""

import pytest

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

LEAD = "Rain kept the lake boats of Peru in port on Wednesday as crews looked on.\n\n"

BESIDE = [
    ("Before leaving for Quito on Tuesday, the minister signed the decree.",
     ("signing", "2024-06-11", "2024-06-11")),
    ("Lawmakers in Lima approved the bill in 2021 after the rebels attacked the port.",
     ("attack", "2021", "2021")),
    ("Peru dropped the demand on Monday, soon after talks resumed in Quito.",
     ("talks", "2024-06-10", "2024-06-10")),
    ("The two sides signed a pact on Monday after three days of talks in Quito.",
     ("talks", "2024-06-08", "2024-06-10")),
    ("Miners in Peru approved the deal by 60 percent in a ballot held last Friday, the "
     "union said.", ("vote", "2024-06-07", "2024-06-07")),
    ("Ana Silva was asked to chair the panel at an urgent meeting of regional "
     "governors in Arica on Tuesday.", ("talks", "2024-06-11", "2024-06-11")),
    ("Talks resumed on Monday, four weeks after a walkout by the miners.",
     ("walkout", "2024-05-10", "2024-05-16")),
    ("Peru rejected the plan on June 5, a day after rebels attacked a convoy.",
     ("attack", "2024-06-04", "2024-06-04")),
    ("The meeting, due to open Friday at a hotel in Quito, is being organised by the "
     "church.", ("meeting", "2024-06-14", "2024-06-14")),
    ("Silva, whose appointment on May 3 saved talks that had collapsed four days "
     "earlier, resigned on Monday.", ("impasse", "2024-04-29", "2024-04-29")),
    ("France signed the treaty in March, Spain in April.",
     ("signing", "2024-03", "2024-03")),
]  # fmt: skip

ENDS = [
    ("The second round, held in Quito from May 10 to 12, ended without result.",
     ("impasse", "2024-05-12", "2024-05-12")),
    ("The accord between Peru and Chile expires at the end of the year.",
     ("deadline", "2024-12-31", "2024-12-31")),
    ("The accord between Peru and Chile expires at midnight on New Year's Eve.",
     ("deadline", "2024-12-31", "2024-12-31")),
]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "event"), BESIDE)
def test_an_event_takes_the_day_that_is_told_in_the_clause_beside_it(
    days_of, text, event
):
    assert event in days_of(LEAD + text), days_of(LEAD + text)


@pytest.mark.model
@pytest.mark.parametrize(("text", "event"), ENDS)
def test_an_end_is_on_the_last_of_the_days_told(days_of, text, event):
    assert event in days_of(LEAD + text), days_of(LEAD + text)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The round foundered after owners refused to discuss a levy.",
         ("rejection", "2024-06-12")),
        ("The round foundered when jets attacked a camp near Arica.",
         ("attack", "2024-06-12")),
        ("The war was marked by the dispatch of soldiers to the coast and an attack "
         "last month on a clinic.", ("mobilization", "2024-05")),
        ("The president flew to Quito on June 3. The riot in Lima that followed left "
         "two people dead.", ("other", "2024-06-03")),
    ],
)  # fmt: skip
def test_what_was_done_before_the_news_has_not_its_day(days_of, text, event):
    assert event not in {found[:2] for found in days_of(LEAD + text)}
