"""What is denied, demanded, only possible or still to come did not happen."""

import pytest

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def events_of(reading_of):
    """Read one made-up text, published on Wednesday 12 June 2024."""
    return lambda text: reading_of(text).events


UNTOLD = [
    ('"We are open," Ana Silva, who runs the port, told Reuters by telephone.', "call"),
    ("The party has so far been excluded from the talks in Oslo.", "rejection"),
    ("Chile said it will not stop its raids on the smugglers.", "rejection"),
    ("The rebels' demands include allowing aid convoys into the town.", "other"),
    ("The envoy hopes to succeed where all previous efforts failed.", "impasse"),
    ("Norway and Kenya tried in vain to end the civil war.", "attack"),
    ("The party agreed to the possibility of a truce on Monday.", "agreement"),
    ("The miners were blamed for blocking shipments of grain.", "sanction"),
    ("The two sides are closer to a truce today, an envoy said.", "ceasefire"),
    ("The ministers will stand together on arresting the smugglers.", "other"),
    ("Forty percent of its exports go to Chile.", "visit"),
    ("The Orangemen march each July from the church to the square.", "other"),
    (
        '"We want to test the council in its promises to the farmers," he said.',
        "pledge",
    ),
    ("The miners are not going to be left alone this summer.", "deadline"),
    ("The envoy called the walkout in Oslo a useful signal.", "other"),
    ("On the far side of town, Ana Silva called the accord a sham.", "proposal"),
    ("The troops massed near the border threatened Kenya.", "statement"),
    ("Ana Silva declined to put forward figures on Monday.", "rejection"),
    ("The users have collected 9,000 signatures since Monday.", "signing"),
    ("A long stalemate could try the patience of Chile.", "impasse"),
    ("Nobody in Oslo has sat down to negotiate with Kenya.", "talks"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "kind"), UNTOLD, ids=[row[0] for row in UNTOLD])
def test_what_did_not_happen_is_not_told_as_an_event(events_of, text, kind):
    told = {event.type for event in events_of(text) if event.modality == "actual"}

    assert kind not in told


TO_COME = [
    ("The union said it would hold a ballot on June 20.", "vote"),
    ("The pact must still be ratified by parliament.", "vote"),
    ("The two leaders agreed to meet on Saturday in Oslo.", "meeting"),
    ("The minister would probably call an election, an aide said.", "vote"),
    ("The second reading of the budget is set for June 20.", "vote"),
    ("The army was supposed to free prisoners last week.", "other"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "kind"), TO_COME, ids=[row[0] for row in TO_COME])
def test_what_is_still_to_come_is_told_as_planned_or_possible(events_of, text, kind):
    moods = {event.modality for event in events_of(text) if event.type == kind}

    assert moods
    assert "actual" not in moods


DONE = [
    ("The accord led the union to call off its strike on Monday.", "other"),
    ("Envoys left Gao before rebels shelled the town on Monday.", "attack"),
    ("The union accused the company on Monday of altering the terms.", "deviation"),
    ("The mediation in Oslo on Monday produced no result.", "impasse"),
    ("Unless the ban is lifted by noon on Friday, miners will strike.", "deadline"),
    ("If the text is not corrected by June 20, the union will sue.", "deadline"),
    ('"We are not going to sign this text," Ana Silva said on Monday.', "rejection"),
    ("Chile refused on Monday to discuss any levy.", "rejection"),
    ("Ana Silva said on Monday that the demand was a non-starter.", "rejection"),
    ("The text differs on three points from the accord, Chile said.", "deviation"),
    ("The minister, Ana Silva, met the seven in Oslo on Monday.", "meeting"),
    ("Talks had broken off on Monday and were resumed on Tuesday.", "talks"),
    ("The Greens said on Monday that they were ready to negotiate.", "statement"),
    ("The ministers rejected a revised draft by Norway on Monday.", "proposal"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "kind"), DONE, ids=[row[0] for row in DONE])
def test_what_the_words_around_it_bear_out_is_told(events_of, text, kind):
    assert kind in {event.type for event in events_of(text)}


TOLD = [
    ("The bank extended its tender offer for the brewer on Monday.", "other"),
    ("An offer the union rejected last month is back on the table.", "rejection"),
    ("The carrier bought a stake in its rival on Monday.", "other"),
    ("The council ordered an embargo on trade with Chile on Monday.", "sanction"),
    ("Chile sent paratroopers and warships to the border on Monday.", "mobilization"),
    ("Norway called for an inquiry into the shooting on Monday.", "proposal"),
    ("The premier assured Kenya on Monday that the port would close.", "pledge"),
    ("Kenya was expelled from the talks on Monday.", "other"),
    ("The president discussed the crisis with Chile's premier on Monday.", "talks"),
    ("The conciliation in Oslo failed on Monday.", "impasse"),
    ("The brewer extended its bid for the maltster until July 6.", "deadline"),
    ("The company's directors rejected the offer on Monday as too low.", "rejection"),
    ("The central bank raised its discount rate on Monday.", "other"),
    ("The army intercepted two trawlers on Monday.", "other"),
    ("Miners stopped work at the pit on Monday.", "other"),
    ("The union submitted a charter of demands on Monday.", "proposal"),
    ("Delegates tabled the text of a pact, signed in Oslo on Monday.", "signing"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "kind"), TOLD, ids=[row[0] for row in TOLD])
def test_words_of_the_field_tell_their_event(events_of, text, kind):
    assert kind in {event.type for event in events_of(text)}
