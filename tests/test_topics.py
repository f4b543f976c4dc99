"""Issues are read from words, whatever the negotiation."""

import pytest

from extract.topics import disputed_places, main_topic, topic_lexicon, topics_of


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("a 24 percent compound pay increase over five years", "wages"),
        ("15 days of paid sick leave", "sick leave"),
        ("a cap on health insurance premiums", "health insurance"),
        ("an end to one-person crews", "staffing"),
        ("to wind down military operations in the north", "de-escalation"),
        ("retirement benefits for new hires", "pensions"),
        ("to cut tariffs on steel to 15 percent", "tariffs"),
        ("an annual quota of 50,000 tonnes of beef", "quotas"),
        ("at least 40 percent regional content", "rules of origin"),
        ("to halt enrichment above 3.67 percent", "uranium enrichment"),
        ("snap inspections of military sites", "inspections"),
        ("to limit transfers of personal data to foreign servers", "data protection"),
        ("an exchange of all prisoners within ten days", "prisoners"),
        ("trucks with humanitarian aid may enter the city", "humanitarian access"),
        ("a full withdrawal of foreign troops by May", "troop withdrawal"),
        ("joining the European Union by 2030", "EU accession"),
        ("must be signed and ratified by all states", "ratification"),
        ("catch limits for cod in the exclusive economic zone", "fisheries"),
        ("100 billion dollars a year in climate finance", "climate finance"),
        ("demarcation of the border along the river", "borders"),
        ("a 60-day truce", "ceasefire"),
        ("a ban on flights over the islands' air space", "airspace"),
        ("initialled on Monday, to be ratified by June", "ratification"),
        ("talks between the two leaders resume in May", "resumption of talks"),
        ("back pay for all drivers since March", "wages"),
        ("no compulsory redundancies before 2031", "job security"),
        ("to recruit 400 nurses", "staffing"),
        ("rosters fixed four weeks ahead", "working hours"),
        ("medical cover for part of the crews", "health insurance"),
        ("six boats may land their catches in the port", "fisheries"),
        ("let observers on board two trawlers", "fisheries"),
        ("unarmed observers along the truce line", "ceasefire monitoring"),
        ("to release 300 million cubic metres in June", "water"),
        ("three of the nine portfolios", "government posts"),
        ("spending cuts of four billion kroner", "public spending"),
        ("a write-down of half of what is owed", "debt"),
        ("a cut in duties on bicycles", "tariffs"),
        ("release of the frozen funds in two banks", "sanctions"),
    ],
)
def test_a_term_is_about_its_issue(text, topic):
    assert main_topic(text) == topic


def test_what_is_offered_comes_before_its_price():
    assert topics_of("neutrality in exchange for security guarantees") == (
        "neutrality",
        "security guarantees",
    )


def test_a_circumstance_is_not_the_matter():
    text = "in case of any strike, consultations must take place within three days"

    assert main_topic(text) == "consultations"


def test_a_longer_phrase_hides_the_shorter_one_in_it():
    assert "foreign troops" not in topics_of("a fair price for buffer stock purchases")
    assert main_topic("nuclear weapons") == "nuclear weapons"


def test_a_text_without_an_issue_has_no_topic():
    assert topics_of("They had lunch.") == ()
    assert main_topic("") is None


def test_neither_a_ministry_nor_a_ballot_of_members_is_an_issue():
    assert topics_of("The Finance Ministry turned the offer down.") == ()
    assert topics_of("Members backed it in a ballot.") == ()


def test_a_place_is_an_issue_only_where_the_text_makes_it_one():
    text = "the status of Ruritania will be settled at talks in Strelsau"

    assert disputed_places(text, ("Ruritania", "Strelsau")) == ("Ruritania",)


def test_every_topic_has_phrases():
    assert len(topic_lexicon().topics) > 80


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("to wind down the fuel subsidy", "de-escalation"),
        ("a staff-level deal", "staffing"),
    ],
)
def test_a_word_that_means_something_else_here_is_no_topic(text, topic):
    assert topic not in topics_of(text)
