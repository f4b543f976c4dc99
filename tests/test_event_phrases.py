"""Set phrases, particles and parts of groups by which news tells events."""

import pytest

from extract.inflections import forms

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def events_of(reading_of):
    """Read one made-up text, published on Wednesday 12 June 2024."""
    return lambda text: reading_of(text).events


TOLD = [
    ("Chile turned that down two weeks later.", "rejection"),
    ("The chairman shot down the idea on Monday.", "rejection"),
    ("A compromise was found on Sunday.", "agreement"),
    ("Chile consented to the inspections on Sunday.", "agreement"),
    ("The negotiators worked through the night on Monday.", "talks"),
    ("The delegation spent four days in Lima last week.", "visit"),
    ("The Chileans tabled a ceiling of 50,000 tonnes on Monday.", "proposal"),
    ("Chile put the talks on hold on Monday.", "impasse"),
    ("Eight producers of coffee walked out on Monday.", "walkout"),
    ("Dockers went on strike on Monday.", "other"),
    ("The dockers returned to work on Monday.", "other"),
    ("The union's walkouts have been cancelled.", "other"),
    ("Six of the captives were released last week.", "other"),
    ("Two men were taken into custody on Monday.", "other"),
    ("Two men were put on trial in Lima on Monday.", "other"),
    ("Fishermen closed off the harbour for six hours on Monday.", "other"),
    ("Army officers overthrew the president on Monday.", "other"),
    ("The quotas were suspended in May 2020.", "other"),
    ("Chile responded on Monday with a levy on fruit.", "sanction"),
    ("Two bombs went off in Lima on Monday.", "attack"),
    ("Gunmen ambushed a convoy on Monday.", "attack"),
    ("Chile put its army on alert on Monday.", "mobilization"),
    ("Members backed industrial action by 87 percent on Monday.", "vote"),
    ("The bill cleared the Senate on Monday.", "vote"),
    ("A rebel group claimed responsibility for the raid.", "statement"),
    ("The president criticized the council on Monday.", "statement"),
    ("A judge threw out the lawsuit on Monday.", "other"),
    ("The rebels let three captives go on Monday.", "other"),
    ("Trains came to a halt on Monday.", "other"),
    ("The council referred the dispute to a court on Monday.", "other"),
    ("Chile turned off the gas on Monday.", "sanction"),
    ("Rebels overran a base on Monday.", "attack"),
    ("The company met the union's demands on Monday.", "agreement"),
    ("Chile disclosed on Monday that it had sold arms.", "statement"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "kind"), TOLD, ids=[row[0] for row in TOLD])
def test_a_set_phrase_tells_an_event_of_this_kind(events_of, text, kind):
    assert kind in {event.type for event in events_of(text)}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The company vied to take over a bank on Monday.", "other"),
        ("The minister backed off some of his demands on Monday.", "agreement"),
        ("Twelve people were killed in a train crash on Monday.", "attack"),
        ("Lawyers moved to dismiss the lawsuit.", "rejection"),
        ("The council criticized waste often.", "statement"),
        ("Dealers blamed profit-taking over concerns on prices.", "other"),
    ],
)
def test_words_near_a_set_phrase_tell_none(events_of, text, kind):
    told = [e for e in events_of(text) if e.modality == "actual"]

    assert kind not in {event.type for event in told}


@pytest.mark.model
def test_who_is_named_to_an_office_is_appointed(events_of):
    events = events_of("Ana Quiroga was named chief negotiator on Monday.")

    assert [event.begin for event in events if event.type == "other"] == ["2024-06-10"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The revised Chile-Peru agreement lowers the dividend.", "agreement"),
        ("A last-minute compromise between Chile and Peru averted a war.", "agreement"),
        ("The FBI investigation in Lima goes on.", "other"),
    ],
)
def test_a_noun_that_its_words_tell_from_others_takes_up_an_event(
    events_of, text, kind
):
    assert kind in {event.type for event in events_of(text)}


@pytest.mark.model
@pytest.mark.parametrize(
    "text", ["The agreement is a good thing.", "The new deal is a good thing."]
)
def test_a_plain_noun_takes_up_none(events_of, text):
    assert events_of(text) == ()


@pytest.mark.model
def test_a_saying_that_opens_an_article_with_its_day_is_its_news(events_of):
    text = "President Ana Quiroga said on Tuesday that her country was ready."
    below = "The sea is blue and the country is as calm as it ever was. " + text

    assert [event.type for event in events_of(text)] == ["statement"]
    assert events_of(below) == ()


@pytest.mark.parametrize(
    ("form", "noun"),
    [("supplies", "supply"), ("quotas", "quota"), ("soldiers", "soldier")],
)
def test_a_list_of_phrases_leaves_a_plural_to_its_noun(form, noun):
    assert forms()[1][form] == noun
