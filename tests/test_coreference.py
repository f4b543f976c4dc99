"""He, the spokesman, the chief negotiator: whom each stands for, on built documents."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from extract.coreference import resolve_references
from extract.descriptions import describe, office_nouns
from extract.records import Entity, Mention, Quoted

VOCAB = spacy.blank("en").vocab


def parsed(rows):
    """Return a document from lines of "word lemma tag pos dep head"."""
    table = [line.split() for line in rows.strip().splitlines()]
    words, lemmas, tags, poses, deps, heads = zip(*table, strict=True)
    return Doc(
        VOCAB,
        words=list(words),
        lemmas=list(lemmas),
        tags=list(tags),
        pos=list(poses),
        deps=list(deps),
        heads=[int(h) for h in heads],
    )


def person(doc, identity, name, **more):
    start = doc.text.index(name)
    quoted = Quoted(start=start, end=start + len(name), text=name)
    return Entity(
        id=identity,
        kind="person",
        name=name,
        mentions=(Mention(quoted=quoted),),
        **more,
    )


def added(entities, identity):
    entity = next(e for e in entities if e.id == identity)
    return [(m.kind, m.quoted.text) for m in entity.mentions if m.kind != "name"]


# fmt: off
TWO_PEOPLE = """
Anna      Anna      NNP  PROPN  nsubj  2
Rossi     Rossi     NNP  PROPN  flat   0
met       meet      VBD  VERB   ROOT   2
Paul      Paul      NNP  PROPN  obj    2
Meyer     Meyer     NNP  PROPN  flat   3
.         .         .    PUNCT  punct  2
He        he        PRP  PRON   nsubj  7
left      leave     VBD  VERB   ROOT   7
.         .         .    PUNCT  punct  7
She       she       PRP  PRON   nsubj  10
stayed    stay      VBD  VERB   ROOT   10
.         .         .    PUNCT  punct  10
"""
NEGOTIATOR = """
Anna      Anna      NNP  PROPN  nsubj  2
Rossi     Rossi     NNP  PROPN  flat   0
spoke     speak     VBD  VERB   ROOT   2
.         .         .    PUNCT  punct  2
The       the       DT   DET    det    7
Italian   italian   JJ   ADJ    amod   7
chief     chief     JJ   ADJ    amod   7
negotiator negotiator NN NOUN   nsubj  8
left      leave     VBD  VERB   ROOT   8
.         .         .    PUNCT  punct  8
"""
TWO_MINISTERS = """
Anna      Anna      NNP  PROPN  nsubj  2
Rossi     Rossi     NNP  PROPN  flat   0
met       meet      VBD  VERB   ROOT   2
Paul      Paul      NNP  PROPN  obj    2
Meyer     Meyer     NNP  PROPN  flat   3
.         .         .    PUNCT  punct  2
The       the       DT   DET    det    8
energy    energy    NN   NOUN   compound 8
minister  minister  NN   NOUN   nsubj  9
left      leave     VBD  VERB   ROOT   9
.         .         .    PUNCT  punct  9
"""
WIFE = """
Paul      Paul      NNP  PROPN  nsubj  2
Meyer     Meyer     NNP  PROPN  flat   0
met       meet      VBD  VERB   ROOT   2
his       his       PRP$ PRON   nmod:poss 4
wife      wife      NN   NOUN   obj    2
,         ,         ,    PUNCT  punct  6
Anna      Anna      NNP  PROPN  appos  4
Rossi     Rossi     NNP  PROPN  flat   6
.         .         .    PUNCT  punct  2
"""
BARE = """
Anna      Anna      NNP  PROPN  nsubj  2
Rossi     Rossi     NNP  PROPN  flat   0
refused   refuse    VBD  VERB   ROOT   2
.         .         .    PUNCT  punct  2
The       the       DT   DET    det    6
Italian   italian   JJ   ADJ    amod   6
envoy     envoy     NN   NOUN   nsubj  7
left      leave     VBD  VERB   ROOT   7
.         .         .    PUNCT  punct  7
"""
LEAD = """
A         a         DT   DET    det    2
rebel     rebel     NN   NOUN   compound 2
spokesman spokesman NN   NOUN   nsubj  3
said      say       VBD  VERB   ROOT   3
so        so        RB   ADV    advmod 3
.         .         .    PUNCT  punct  3
Paul      Paul      NNP  PROPN  nsubj  8
Meyer     Meyer     NNP  PROPN  flat   6
said      say       VBD  VERB   ROOT   8
more      more      JJR  ADJ    obj    8
.         .         .    PUNCT  punct  8
"""
# fmt: on


def test_pronouns_follow_gender():
    doc = parsed(TWO_PEOPLE)
    people = [
        person(doc, "e1", "Anna Rossi", gender="f"),
        person(doc, "e2", "Paul Meyer", gender="m"),
    ]

    resolved = resolve_references(doc, people)

    assert added(resolved, "e1") == [("pronoun", "She")]
    assert added(resolved, "e2") == [("pronoun", "He")]


def test_a_pronoun_that_fits_nobody_stays_open():
    doc = parsed(TWO_PEOPLE)

    resolved = resolve_references(doc, [person(doc, "e1", "Anna Rossi", gender="f")])

    assert added(resolved, "e1") == [("pronoun", "She")]


def test_a_description_follows_office_and_country():
    doc = parsed(NEGOTIATOR)
    anna = person(
        doc, "e1", "Anna Rossi", roles=("head of the Italian delegation",), country="IT"
    )

    resolved = resolve_references(doc, [anna])

    assert added(resolved, "e1") == [("role", "The Italian chief negotiator")]


def test_a_description_of_another_country_stays_open():
    doc = parsed(NEGOTIATOR)
    anna = person(
        doc, "e1", "Anna Rossi", roles=("head of the French delegation",), country="FR"
    )

    resolved = resolve_references(doc, [anna])

    assert added(resolved, "e1") == []


def test_the_portfolio_tells_two_ministers_apart():
    doc = parsed(TWO_MINISTERS)
    people = [
        person(doc, "e1", "Anna Rossi", roles=("finance minister",)),
        person(doc, "e2", "Paul Meyer", roles=("minister for energy",)),
    ]

    resolved = resolve_references(doc, people)

    assert added(resolved, "e1") == []
    assert added(resolved, "e2") == [("role", "The energy minister")]


def test_a_description_before_a_name_is_that_person():
    doc = parsed(WIFE)
    people = [person(doc, "e1", "Paul Meyer"), person(doc, "e2", "Anna Rossi")]

    resolved = resolve_references(doc, people)

    assert added(resolved, "e2") == [("role", "his wife")]


def test_the_subject_before_gets_the_office_that_nobody_told_yet():
    doc = parsed(BARE)

    resolved = resolve_references(doc, [person(doc, "e1", "Anna Rossi")])

    assert added(resolved, "e1") == [("role", "The Italian envoy")]


def test_the_lead_announces_the_speaker_that_the_article_names_later():
    doc = parsed(LEAD)

    resolved = resolve_references(doc, [person(doc, "e1", "Paul Meyer")])

    assert added(resolved, "e1") == [("role", "A rebel spokesman")]


def test_the_lead_announces_nobody_whom_the_article_introduces():
    doc = parsed(LEAD)
    paul = person(doc, "e1", "Paul Meyer", roles=("mayor",))

    assert added(resolve_references(doc, [paul]), "e1") == []


def test_nothing_is_taken_away():
    doc = parsed(TWO_PEOPLE)
    people = [person(doc, "e1", "Anna Rossi"), person(doc, "e2", "Paul Meyer")]

    resolved = resolve_references(doc, people)

    assert [e.id for e in resolved] == ["e1", "e2"]
    assert all(
        m in after.mentions
        for before, after in zip(people, resolved, strict=True)
        for m in before.mentions
    )


@pytest.mark.parametrize(
    ("phrase", "office", "country"),
    [
        ("the top U.S. diplomat", "foreign", "US"),
        ("the Norwegian head of state", "president", "NO"),
        ("spokesman for the Finnish president", "spokesperson", "FI"),
        ("head of the Kenyan delegation", "negotiator", "KE"),
        ("the Dutch union leader", "chief", "NL"),
    ],
)
def test_a_description_tells_office_and_country(phrase, office, country):
    description = describe(phrase)

    assert office in description.classes
    assert description.countries == {country}


# fmt: off
ITS_OWN = """
Acme      Acme      NNP  PROPN  nsubj      1
met       meet      VBD  VERB   ROOT       1
Borealis  Borealis  NNP  PROPN  obj        1
.         .         .    PUNCT  punct      1
Borealis  Borealis  NNP  PROPN  nsubj      5
said      say       VBD  VERB   ROOT       5
Acme      Acme      NNP  PROPN  nsubj      7
raised    raise     VBD  VERB   ccomp      5
its       its       PRP$ PRON   nmod:poss  9
offer     offer     NN   NOUN   obj        7
.         .         .    PUNCT  punct      5
"""
# fmt: on


def test_its_is_of_the_body_that_is_the_subject_of_its_own_clause():
    doc = parsed(ITS_OWN)
    bodies = []
    for identity, name in (("o1", "Acme"), ("o2", "Borealis")):
        found = [
            Quoted(start=token.idx, end=token.idx + len(name), text=name)
            for token in doc
            if token.text == name
        ]
        mentions = tuple(Mention(quoted=quoted) for quoted in found)
        bodies.append(
            Entity(id=identity, kind="organization", name=name, mentions=mentions)
        )

    resolved = resolve_references(doc, bodies)

    assert added(resolved, "o1") == [("pronoun", "its")]
    assert added(resolved, "o2") == []


def test_what_somebody_is_the_head_of_describes_no_person():
    assert not office_nouns() & {"government", "state", "delegation", "affairs"}
    assert {"head", "secretary", "minister"} <= office_nouns()
