"""The many words by which news tells events, each about another matter."""

import pytest

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def events_of(reading_of):
    """Read one made-up text, published on Wednesday 12 June 2024."""
    return lambda text: reading_of(text).events


TOLD = [
    ("The two sides are to return to the negotiating table on Thursday.", "talks"),
    ("Rebel and government negotiators opened talks in Havana on Tuesday.", "talks"),
    ("Fisheries ministers haggled until dawn on Monday over cod quotas.", "talks"),
    ("The envoy shuttled between the two delegations on Tuesday.", "talks"),
    ("The minister spoke by telephone with the rebel leader on Sunday.", "call"),
    ("A delegation of rebels flew to Doha on Sunday.", "visit"),
    ("The envoy last visited the Norwegian capital on May 3.", "visit"),
    ("The army denied on Monday that it had broken the truce.", "statement"),
    ("The airline raised its offer to 3.5 percent on Monday.", "proposal"),
    ("The union stunned the company with a new proposal on Monday.", "proposal"),
    ("The union asked for a raise of 9 percent on Monday.", "proposal"),
    ("The bank launched a takeover bid for its rival on Monday.", "proposal"),
    ("The company accepted the union's terms on Monday.", "agreement"),
    ("The two governments put their names to the pact on Monday.", "signing"),
    ("The signing ceremony took place in Havana on Monday.", "signing"),
    ("Members voted against the contract on Monday.", "rejection"),
    ("The commission moved the goalposts on Monday, the union said.", "deviation"),
    ("The two sides failed to narrow their differences.", "impasse"),
    ("The talks ended in acrimony on Monday.", "impasse"),
    ("The union's negotiators stormed out on Monday.", "walkout"),
    ("The Greens quit the coalition talks on Monday.", "walkout"),
    ("Fighting stopped on Monday.", "ceasefire"),
    ("Fighting broke out near the border on Monday.", "attack"),
    ("Gunmen took 30 people hostage at a school on Tuesday.", "attack"),
    ("Chile sent troops to the border on Monday.", "mobilization"),
    ("Norway suspended aid to Kenya on Monday.", "sanction"),
    ("The senate passed the bill by 60 votes to 40 on Monday.", "vote"),
    ("The two sides have until midnight on Friday to reach a deal.", "deadline"),
    ("The offer stands until Friday.", "deadline"),
    ("A court ordered the strikers back to work on Tuesday.", "other"),
    ("Teachers walked off the job on Tuesday.", "other"),
    ("Britain left the bloc in 2020.", "other"),
    ("The talks were adjourned on Monday.", "other"),
    ("The finance minister resigned on Tuesday.", "other"),
    ("The two countries restored diplomatic relations on Monday.", "other"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "kind"), TOLD, ids=[row[0] for row in TOLD])
def test_news_tells_an_event_of_this_kind(events_of, text, kind):
    assert kind in {event.type for event in events_of(text)}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The first round of tests was held on Monday.", "talks"),
        ("The fund has had good sales every month until this month.", "deadline"),
        ("The talks could collapse.", "impasse"),
        ("Kenya went back on Monday to the capital.", "deviation"),
        ("The letter is a clear demonstration of the fact.", "other"),
    ],
)
def test_words_that_look_like_an_event_tell_none(events_of, text, kind):
    assert [event for event in events_of(text) if event.type == kind] == []


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Minister Kari Lund said on Monday that the new draft no longer mentioned the"
        " freeze.",
        "Minister Kari Lund said on Monday that the paper was not compatible with the"
        " May draft.",
        "Minister Kari Lund said on Monday that the final offer had dropped the"
        " allowance.",
    ],
)
def test_who_says_that_a_paper_changed_claims_a_deviation(events_of, text):
    (found,) = (event for event in events_of(text) if event.type == "deviation")

    assert "Kari Lund" in found.participants
    assert found.begin == "2024-06-10"


@pytest.mark.model
def test_talks_that_ended_without_a_deal_were_held(events_of):
    found = events_of("Two days of pay talks in Oslo ended without a deal on Monday.")

    assert [(e.type, e.begin, e.last) for e in found] == [
        ("impasse", "2024-06-10", "2024-06-10"),
        ("talks", "2024-06-09", "2024-06-10"),
    ]
    assert found[1].places == ("Oslo",)


@pytest.mark.model
def test_a_day_behind_its_verb_is_the_days_of_that_verb(events_of):
    (found,) = events_of("The two sides agreed on Monday that talks will open in May.")[
        :1
    ]

    assert (found.type, found.begin) == ("agreement", "2024-06-10")


@pytest.mark.model
def test_what_is_planned_before_a_day_lies_between_the_report_and_it(events_of):
    (vote,) = events_of("The parliaments are expected to vote before July 1.")

    assert (vote.modality, vote.begin, vote.last) == (
        "planned",
        "2024-06-12",
        "2024-07-01",
    )


@pytest.mark.model
def test_a_headline_is_of_the_day_that_the_first_lines_tell(events_of):
    found = events_of(
        "Water talks collapse as envoys go home\n\nOn Monday evening the delegation of"
        " Chile drove straight from the hotel in Lima to the airport.\n"
    )

    told = [(e.type, e.begin) for e in found if e.type == "impasse"]
    assert told == [("impasse", "2024-06-10")]


@pytest.mark.model
def test_news_in_the_perfect_is_of_the_day_of_the_report(events_of):
    text = (
        "Talks went on in Lima.\n\nThe bank is in no hurry, diplomats say. The envoy"
        " has proposed a truce of two weeks.\n"
    )

    (found,) = (event for event in events_of(text) if event.type == "proposal")

    assert found.begin == "2024-06-12"


@pytest.mark.model
def test_what_is_put_in_an_article_on_talks_is_put_there_and_then(events_of):
    text = (
        "Norway and Chile held talks in Oslo on Monday.\n\nChile made a counterproposal"
        " of its own: a quota of 40 tonnes.\n"
    )

    (found,) = (event for event in events_of(text) if event.type == "proposal")

    assert (found.begin, found.places, found.place_basis) == (
        "2024-06-10",
        ("Oslo",),
        "the talks",
    )


@pytest.mark.model
def test_a_capital_is_a_place_by_its_country(events_of):
    (found,) = events_of(
        "Leaders of the two blocs met in the Belgian capital on Monday."
    )

    assert found.places == ("Brussels",)


@pytest.mark.model
def test_the_strike_of_workers_is_that_of_their_only_union(events_of):
    text = (
        "The Miners' Union of Peru rejected the offer on Monday.\n\nWorkers began a"
        " strike over pay on Tuesday.\n"
    )

    (strike,) = (event for event in events_of(text) if event.label.startswith("Strike"))

    assert "Miners' Union of Peru" in strike.participants


@pytest.mark.model
def test_a_day_outside_a_quotation_is_not_of_what_it_plans(events_of):
    found = events_of('"We will go to Lima if they invite us," he wrote on Monday.')

    assert [event.begin for event in found if event.type == "visit"] == [None]


@pytest.mark.model
def test_farmers_of_a_country_do_not_stand_for_it(events_of):
    (found,) = events_of("Peruvian farmers protested in Lima on Monday.")

    assert "Peru" not in found.participants


@pytest.mark.model
def test_a_deal_signed_somewhere_is_told_once(events_of):
    found = events_of("Under a deal signed in London in May, catches are shared.")

    assert [event.type for event in found] == ["signing"]


@pytest.mark.model
def test_another_strike_of_the_past_is_another_event(events_of):
    found = events_of(
        "The union says workers staged a stoppage in February.\n\nIn 2019 a seven-day"
        " walkout crippled the employer.\n"
    )

    strikes = [event for event in found if event.label.startswith("Strike")]
    assert [event.begin for event in strikes] == ["2024-02", "2019"]


@pytest.mark.model
def test_what_nearly_broke_down_did_not(events_of):
    found = events_of("Last month the talks nearly broke down over the border.")

    assert [event for event in found if event.type == "impasse"] == []


@pytest.mark.model
def test_ministers_who_discuss_something_on_a_day_meet(events_of):
    (found,) = events_of("The ministers are due to discuss the ban on July 8.")

    assert (found.type, found.modality, found.begin) == (
        "meeting",
        "planned",
        "2024-07-08",
    )


@pytest.mark.model
def test_a_call_is_told_by_an_aide(events_of):
    (call,) = events_of(
        "Carlos Mora, the foreign minister of Peru, spoke to President Ana Rojas on"
        " Sunday, his office said."
    )

    assert call.participants == ("Carlos Mora", "Ana Rojas")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chile tabled a paper on Monday, which Peru dismissed.", "rejection"),
        ("The council adjourned on Monday without agreement on the rules.", "impasse"),
        ("Peru suspended interest payments to its banks on Monday.", "other"),
        ("The council set up a working group of eight countries.", "other"),
        ("Peru put forward a compromise on Monday.", "proposal"),
    ],
)
def test_reports_on_commodity_pacts_tell_events_too(events_of, text, kind):
    assert kind in {event.type for event in events_of(text)}
