"""Who said what, on documents built by hand: cues, sources, contents, kinds."""

from __future__ import annotations

from datetime import date

import pytest
import spacy
from spacy.tokens import Doc

from extract.cues import lexicon, read_lexicon
from extract.errors import LexiconError
from extract.records import Entity, Mention, Quoted, TimeExpression
from extract.stance import stance_of
from extract.statements import find_statements

VOCAB = spacy.blank("en").vocab


def parsed(rows):
    """Return a document from lines of "word lemma tag pos dep head space"."""
    table = [line.split() for line in rows.strip().splitlines()]
    words, lemmas, tags, poses, deps, heads, spaces = zip(*table, strict=True)
    return Doc(
        VOCAB,
        words=list(words),
        lemmas=list(lemmas),
        tags=list(tags),
        pos=list(poses),
        deps=list(deps),
        heads=[int(h) for h in heads],
        spaces=[s == "1" for s in spaces],
    )


def mention(doc, text, kind="name"):
    start = doc.text.index(text)
    return Mention(
        quoted=Quoted(start=start, end=start + len(text), text=text), kind=kind
    )


# fmt: off
SAID_THAT = """
Rossi     Rossi     NNP  PROPN  nsubj   1  1
said      say       VBD  VERB   ROOT    1  1
on        on        IN   ADP    case    3  1
Tuesday   Tuesday   NNP  PROPN  obl     1  1
that      that      IN   SCONJ  mark    7  1
the       the       DT   DET    det     6  1
ferries   ferry     NNS  NOUN   nsubj   7  1
sail      sail      VBP  VERB   ccomp   1  0
.         .         .    PUNCT  punct   1  0
"""
QUOTE_AFTER = """
“         “         ``   PUNCT  punct   2  0
We        we        PRP  PRON   nsubj   2  1
agreed    agree     VBD  VERB   ccomp   6  0
,         ,         ,    PUNCT  punct   2  0
”         ”         ''   PUNCT  punct   2  1
Rossi     Rossi     NNP  PROPN  nsubj   6  1
said      say       VBD  VERB   ROOT    6  0
.         .         .    PUNCT  punct   6  1
“         “         ``   PUNCT  punct   11 0
It        it        PRP  PRON   nsubj   11 1
is        be        VBZ  AUX    cop     11 1
over      over      JJ   ADJ    ROOT    11 0
.         .         .    PUNCT  punct   11 0
”         ”         ''   PUNCT  punct   11 0
"""
ACCORDING = """
According accord    VBG  VERB   case    2  1
to        to        IN   ADP    fixed   0  1
Rossi     Rossi     NNP  PROPN  obl     6  0
,         ,         ,    PUNCT  punct   2  1
the       the       DT   DET    det     5  1
ferries   ferry     NNS  NOUN   nsubj   6  1
sail      sail      VBP  VERB   ROOT    6  0
.         .         .    PUNCT  punct   6  0
"""
QUOTED_BY = """
“         “         ``   PUNCT  punct   2  0
We        we        PRP  PRON   nsubj   2  1
sail      sail      VBP  VERB   ccomp   9  0
,         ,         ,    PUNCT  punct   2  0
”         ”         ''   PUNCT  punct   2  1
Rossi     Rossi     NNP  PROPN  nsubj:pass 7 1
was       be        VBD  AUX    aux:pass 7 1
quoted    quote     VBN  VERB   ROOT    7  1
as        as        IN   SCONJ  mark    9  1
saying    say       VBG  VERB   advcl   7  1
by        by        IN   ADP    case    13 1
the       the       DT   DET    det     13 1
news      news      NN   NOUN   compound 13 1
agency    agency    NN   NOUN   obl:agent 7 0
.         .         .    PUNCT  punct   7  0
"""
WANTS = """
Rossi     Rossi     NNP  PROPN  nsubj   1  1
wants     want      VBZ  VERB   ROOT    1  1
to        to        TO   PART   mark    3  1
sail      sail      VB   VERB   xcomp   1  0
.         .         .    PUNCT  punct   1  0
"""
EXPECTED = """
Rossi     Rossi     NNP  PROPN  nsubj:pass 2 1
is        be        VBZ  AUX    aux:pass 2 1
expected  expect    VBN  VERB   ROOT    2  1
to        to        TO   PART   mark    4  1
sail      sail      VB   VERB   xcomp   2  0
.         .         .    PUNCT  punct   2  0
"""
# fmt: on


@pytest.fixture
def rossi():
    def build(doc):
        return Entity(
            id="e1",
            kind="person",
            name="Anna Rossi",
            mentions=(mention(doc, "Rossi"),),
            gender="f",
        )

    return build


def found(doc, entities=(), times=(), published=None):
    return find_statements(doc, entities=entities, times=times, published=published)


def test_indirect_speech_keeps_its_clause_and_leaves_the_day_of_saying_out(rossi):
    doc = parsed(SAID_THAT)
    tuesday = TimeExpression(
        quoted=Quoted(start=14, end=21, text="Tuesday"),
        type="DATE",
        value="2031-04-08",
        begin=date(2031, 4, 8),
        last=date(2031, 4, 8),
    )

    (said,) = found(doc, [rossi(doc)], [tuesday], date(2031, 4, 9))

    assert said.speaker == "Anna Rossi"
    assert said.speaker_id == "e1"
    assert [c.text for c in said.cue] == ["said"]
    assert [c.text for c in said.content] == ["that the ferries sail"]
    assert (said.kind, said.act) == ("indirect", "speech")
    assert (said.date, said.date_basis) == ("2031-04-08", "clause")


def test_a_day_that_nothing_tells_is_bounded_by_the_publication(rossi):
    doc = parsed(SAID_THAT)

    (said,) = found(doc, [rossi(doc)], published=date(2031, 4, 9))
    (undated,) = found(doc, [rossi(doc)])

    assert (said.date, said.date_basis) == ("2031-04-09", "published")
    assert (undated.date, undated.date_basis) == (None, None)


def test_a_quotation_goes_on_behind_its_cue(rossi):
    doc = parsed(QUOTE_AFTER)

    (said,) = found(doc, [rossi(doc)])

    assert [c.text for c in said.content] == ["“We agreed,”", "“It is over.”"]
    assert [s.text for s in said.source] == ["Rossi"]
    assert (said.kind, said.speaker) == ("direct", "Anna Rossi")


def test_according_to_attributes_the_clause_beside_it(rossi):
    doc = parsed(ACCORDING)

    (said,) = found(doc, [rossi(doc)])

    assert said.speaker == "Anna Rossi"
    assert [c.text for c in said.cue] == ["According to"]
    assert [c.text for c in said.content] == ["the ferries sail"]


def test_an_agency_that_quotes_is_a_link_in_the_chain(rossi):
    doc = parsed(QUOTED_BY)

    (said,) = found(doc, [rossi(doc)])

    assert said.speaker == "Anna Rossi"
    assert said.via == ("news agency",)


def test_a_wish_is_no_speech(rossi):
    doc = parsed(WANTS)

    (wish,) = found(doc, [rossi(doc)])

    assert wish.act == "intention"
    assert [c.text for c in wish.content] == ["to sail"]


def test_what_somebody_is_expected_to_do_is_no_statement(rossi):
    doc = parsed(EXPECTED)

    assert found(doc, [rossi(doc)]) == ()


def test_an_unnamed_speaker_stands_with_the_words_of_the_article():
    rows = SAID_THAT.replace("Rossi     Rossi     NNP ", "officials official  NNS ")
    doc = parsed(rows.replace("NNS  PROPN", "NNS  NOUN"))

    (said,) = found(doc)

    assert said.speaker == "officials"
    assert said.speaker_id is None


def test_a_document_without_words_holds_no_statement():
    assert found(Doc(VOCAB, words=[])) == ()


@pytest.mark.parametrize(
    ("verb", "frame", "kind", "act"),
    [
        ("say", "clause", "say", "speech"),
        ("accuse", "object", "accuse", "speech"),
        ("deny", "clause", "deny", "speech"),
        ("vow", "infinitive", "pledge", "speech"),
        ("call for", "object", "demand", "speech"),
        ("believe", "clause", "think", "belief"),
        ("hope", "infinitive", "want", "intention"),
    ],
)
def test_the_lexicon_tells_what_a_cue_does(verb, frame, kind, act):
    sense = lexicon().sense(verb, frame)

    assert sense is not None
    assert (sense.kind, sense.act) == (kind, act)


@pytest.mark.parametrize(
    ("text", "message"),
    [("[[group]\n", "damaged"), ('[[group]]\nkind = "say"\n', "needs a kind")],
    ids=["no TOML", "no act"],
)
def test_a_damaged_lexicon_is_refused(text, message):
    with pytest.raises(LexiconError, match=message):
        read_lexicon(text)


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("the state-run news agency", True),
        ("Russian media", True),
        ("Sky News", True),
        ("reporters", False),
        ("the council", False),
    ],
)
def test_carriers_are_told_from_others(name, is_one):
    assert lexicon().carriers.match(name) is is_one


@pytest.mark.parametrize(
    ("kind", "content", "stance"),
    [
        ("reject", "such accusations", "rejects"),
        ("pledge", "to lower tariffs", "supports"),
        ("say", "the union will not sign", "rejects"),
        ("say", "the union welcomes the offer", "supports"),
        ("say", "talks begin on Monday", "neutral"),
        ("say", "we support the plan but cannot sign", "unclear"),
        ("say", "the mill had no qualms about inspections", "supports"),
        ("say", "team no. 41 inspected two sites", "neutral"),
        ("say", "they stand together not just on fish but also on tariffs", "neutral"),
        ("say", "anyone who had not reported would lose a day's pay", "neutral"),
        ("say", "mediation at the port authority failed on Monday", "neutral"),
        ("say", "the levy will not be lifted until quotas are met", "unclear"),
        ("say", "90 jobs, not 200", "neutral"),
    ],
)
def test_a_stance_is_read_from_cue_and_words(kind, content, stance):
    assert stance_of(kind, content) == stance
