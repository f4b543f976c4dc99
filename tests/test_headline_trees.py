"""A headline without a verb is parsed as the sentence that it stands for."""

import pytest
import spacy
from spacy.tokens import Doc

from extract.gazetteer import lexicon
from extract.headline_trees import as_told
from extract.headline_verbs import Verb, past, verbs

STORY = "The report from the harbour town gave no further details on Tuesday."


@pytest.fixture(scope="module")
def clauses_of(nlp):
    """The verbs of a headline with their subjects, passives with a star."""

    def find(headline):
        doc = nlp(f"{headline}\n\n{STORY}\n")
        title = doc.spans["blocks"][0]
        assert title.text == headline
        return [
            (child.text, token.text + "*" * (child.dep_ == "nsubj:pass"))
            for token in title
            for child in token.children
            if child.dep_ in {"nsubj", "nsubj:pass"}
        ]

    return find


@pytest.mark.model
@pytest.mark.parametrize(
    ("headline", "told"),
    [
        # the present of one
        ("Guild spurns wage plan", [("Guild", "spurns")]),
        ("Cyclone batters harbour", [("Cyclone", "batters")]),
        ("Council delays bridge vote", [("Council", "delays")]),
        ("Ferry firm cuts sailings", [("firm", "cuts")]),
        ("Walkout shuts mill", [("Walkout", "shuts")]),
        # the present of several
        ("Bakers end walkout", [("Bakers", "end")]),
        ("Mill talks falter", [("talks", "falter")]),
        ("Glass talks resume in Riga", [("talks", "resume")]),
        ("Latvia, Estonia initial ferry pact", [("Latvia", "initial")]),
        ("Brewers in Prague's oldest district reject offer", [("Brewers", "reject")]),
        # what is still to come
        ("Bakers to strike on Friday", [("Bakers", "strike")]),
        ("Glass talks to resume in Riga", [("talks", "resume")]),
        ("Envoy to visit Quito", [("Envoy", "visit")]),
        ("Walkout to hit trams", [("Walkout", "hit")]),
        # bare participles
        ("Ferry pact signed in Riga", [("pact", "signed*")]),
        ("Envoy freed after siege", [("Envoy", "freed*")]),
        ("Port levy approved by senate", [("levy", "approved*")]),
        ("Glass summit postponed", [("summit", "postponed*")]),
        # in capitals, and with capitals
        ("BAKERS GUILD ENDS WALKOUT", [("GUILD", "ENDS")]),
        ("Mayor Vetoes Tram Levy", [("Mayor", "Vetoes")]),
        # behind a conjunction and a comma
        (
            "Bakers walk out as pay talks stall",
            [("Bakers", "walk"), ("talks", "stall")],
        ),
        (
            "Guild accepts offer, walkout called off",
            [("Guild", "accepts"), ("walkout", "called*")],
        ),
    ],
)
def test_a_headline_has_the_verb_that_the_order_of_its_words_gives(
    clauses_of, headline, told
):
    assert clauses_of(headline) == told


@pytest.mark.model
@pytest.mark.parametrize(
    "headline",
    [
        "More walkouts before winter",
        "Ferry pact with Estonia",
        "Bid to end glass row",
        "Doubts on the quay",
        "Ferry talks in Riga",
        "Pact to open ferry port",
        "Guild of Bakers and Brewers",
        "Levy on trams and ferries",
    ],
)
def test_a_headline_that_tells_nothing_gets_no_verb(clauses_of, headline):
    assert clauses_of(headline) == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("headline", "told"),
    [
        ("Guild spurns offer", {("rejection", "actual", "2024-06-12")}),
        ("Tram drivers to strike on Friday", {("other", "planned", "2024-06-14")}),
        ("Ferry talks collapse", {("impasse", "actual", "2024-06-12")}),
        ("Glass talks open in Riga", {("talks", "actual", "2024-06-12")}),
        ("Ferry summit postponed", {("impasse", "actual", "2024-06-12")}),
    ],
)
def test_what_a_headline_tells_is_read(reading_of, headline, told):
    reading = reading_of(f"{headline}\n\nNobody at the harbour would comment.\n")

    assert {(e.type, e.modality, e.begin) for e in reading.events} == told


def test_a_headline_with_a_verb_is_not_read_again():
    def never(words, spaces):
        raise AssertionError(words)

    whole = Doc(
        spacy.blank("en").vocab,
        words=["Guild", "spurns", "offer"],
        tags=["NN", "VBZ", "NN"],
        pos=["NOUN", "VERB", "NOUN"],
        heads=[1, 1, 1],
        deps=["nsubj", "ROOT", "obj"],
        lemmas=["guild", "spurn", "offer"],
    )

    assert as_told(whole, ["Guild", "spurns", "offer"], {}, never) is whole


def test_a_headline_in_which_nothing_is_found_keeps_its_tree():
    vocab = spacy.blank("en").vocab
    row = {"tags": ["NN"] * 3, "pos": ["NOUN"] * 3, "heads": [2, 2, 2]}
    deps, lemmas = ["compound", "compound", "ROOT"], ["guild", "spurn", "offer"]
    noun = Doc(
        vocab, words=["Guild", "spurns", "offer"], **row, deps=deps, lemmas=lemmas
    )

    def no_better(words, spaces):
        n = len(words)
        tags, pos = ["NN"] * n, ["NOUN"] * n
        deps = ["ROOT", *["dep"] * (n - 1)]
        return Doc(
            vocab, words=list(words), tags=tags, pos=pos, heads=[0] * n, deps=deps
        )

    assert as_told(noun, ["Guild", "spurns", "offer"], {}, no_better) is noun


@pytest.mark.parametrize(
    ("word", "verb"),
    [
        ("spurns", Verb("spurn", "s", 2)),
        ("cuts", Verb("cut", "s", 1)),
        ("strike", Verb("strike", "base", 0)),
        ("signed", Verb("sign", "past", 2)),
        ("talks", None),
        ("harbour", None),
    ],
)
def test_a_form_may_be_a_noun_as_well(word, verb):
    assert verbs().get(word) == verb


def test_a_verb_of_headlines_stands_in_one_list():
    rows = lexicon("headlines")["verbs"]
    listed = [verb for key in ("more", "both", "nouns") for verb in rows[key]]

    assert len(listed) == len(set(listed))


def test_every_verb_has_a_past():
    assert all(past(verb.base) for verb in verbs().values())
