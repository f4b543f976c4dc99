"""Trees of wire copy are mended where words and their order leave one reading."""

import pytest
import spacy
from spacy.tokens import Doc

from extract.mended_trees import mended


@pytest.fixture(scope="module")
def vocab():
    return spacy.blank("en").vocab


POS = {
    "NN": "NOUN",
    "NNS": "NOUN",
    "NNP": "PROPN",
    "DT": "DET",
    "IN": "ADP",
    "VB": "VERB",
    "VBD": "VERB",
    "VBN": "VERB",
    "VBZ": "VERB",
    "VBP": "VERB",
    "VBG": "VERB",
    "PRP": "PRON",
    "WDT": "PRON",
    "CD": "NUM",
    "RB": "ADV",
    "RP": "ADP",
    "TO": "PART",
}
LEMMAS = {"said": "say", "says": "say", "given": "give"}


def tree(vocab, rows):
    """Return the mended tree of rows "word tag head label", heads counted from 1."""
    words, tags, heads, deps = zip(*(row.split() for row in rows), strict=True)
    doc = Doc(
        vocab,
        words=list(words),
        tags=list(tags),
        pos=[POS.get(tag, "PUNCT") for tag in tags],
        heads=[int(head) - 1 if head != "0" else n for n, head in enumerate(heads)],
        deps=[
            "ROOT" if head == "0" else dep
            for head, dep in zip(heads, deps, strict=True)
        ],
        lemmas=[LEMMAS.get(word, word.lower()) for word in words],
    )
    return [(t.text, t.dep_, t.head.text) for t in mended(doc)]


READ = {
    "a day beside a subject is no subject": (
        ["Envoys NNS 3 nsubj", "Thursday NNP 3 nsubj", "met VBD 0 root", ". . 3 punct"],
        [("Envoys", "nsubj", "met"), ("Thursday", "obl:unmarked", "met")],
    ),
    "a title and its name are one speaker": (
        ["Union NN 2 compound", "spokesman NN 5 nsubj", "Jan NNP 5 nsubj",
         "Ode NNP 3 flat", "spoke VBD 0 root", ". . 5 punct"],
        [("spokesman", "nmod:desc", "Jan"), ("Jan", "nsubj", "spoke")],
    ),
    "a name behind a noun with an article is its other name": (
        ["The DT 2 det", "envoy NN 4 nsubj", "Ode NNP 4 nsubj", "left VBD 0 root",
         ". . 4 punct"],
        [("envoy", "nsubj", "left"), ("Ode", "appos", "envoy")],
    ),
    "two halves of a name are one": (
        ["They PRP 2 nsubj", "passed VBD 0 root", "the DT 4 det", "Harbour NNP 2 obj",
         "Act NNP 2 obj", ". . 2 punct"],
        [("the", "det", "Act"), ("Harbour", "compound", "Act"),
         ("Act", "obj", "passed")],
    ),
    "the speaker stands behind the quotation": (
        ['" `` 3 punct', "It PRP 3 nsubj", "ended VBD 6 ccomp", ", , 3 punct",
         "\" '' 3 punct", "said VBD 0 root", "an DT 8 det", "envoy NN 6 obj",
         ". . 6 punct"],
        [("envoy", "nsubj", "said")],
    ),
    "the subject of a clause cut in two is not who said it": (
        ["Miners NNS 4 nsubj", ", , 1 punct", "he PRP 4 nsubj", "said VBD 0 root",
         ", , 4 punct", "left VBD 4 ccomp", ". . 4 punct"],
        [("Miners", "nsubj", "left"), ("he", "nsubj", "said")],
    ),
    "who said it is no other name of the subject": (
        ["Ice NN 6 nsubj", ", , 3 punct", "Ode NNP 1 appos", "said VBD 6 parataxis",
         ", , 4 punct", "melts VBZ 0 root", ". . 6 punct"],
        [("Ode", "nsubj", "said"), ("Ice", "nsubj", "melts")],
    ),
    "a conjunction is no preposition": (
        ["It PRP 2 nsubj", "fell VBD 0 root", "after IN 5 case", "the DT 5 det",
         "court NN 6 nsubj", "refused VBD 2 advcl", ". . 2 punct"],
        [("after", "mark", "refused"), ("court", "nsubj", "refused")],
    ),
    "which is the subject of what they said": (
        ["plans NNS 0 root", "which WDT 4 nsubj", "envoys NNS 4 nsubj",
         "say VBP 1 acl:relcl", "failed VBD 4 ccomp"],
        [("which", "nsubj", "failed"), ("envoys", "nsubj", "say")],
    ),
    "which is the object of a verb that has a subject": (
        ["plans NNS 0 root", "which WDT 4 nsubj", "envoys NNS 4 nsubj",
         "signed VBD 1 acl:relcl"],
        [("which", "obj", "signed"), ("envoys", "nsubj", "signed")],
    ),
    "a verb that reports takes the phrase before it": (
        ["Envoys NNS 4 nsubj", "say VBP 4 advmod", "they PRP 4 nsubj",
         "left VBD 0 root", ". . 4 punct"],
        [("Envoys", "nsubj", "say"), ("say", "ROOT", "say"), ("left", "ccomp", "say"),
         ("they", "nsubj", "left")],
    ),
    "what was known has its own subject": (
        ["Envoys NNS 2 nsubj", "knew VBD 0 root", "talks NNS 2 obj",
         "failed VBD 2 ccomp", ". . 2 punct"],
        [("talks", "nsubj", "failed")],
    ),
    "a verb behind after and a noun has that noun for its subject": (
        ["They PRP 2 nsubj", "left VBD 0 root", "after IN 5 case", "a DT 5 det",
         "truce NN 8 obl", "in IN 7 case", "Oslo NNP 5 nmod", "failed VBD 2 advcl",
         ". . 2 punct"],
        [("truce", "nsubj", "failed"), ("after", "mark", "failed")],
    ),
    "what is called off is an object": (
        ["They PRP 2 nsubj", "called VBD 0 root", "off RP 2 compound:prt", "a DT 5 det",
         "strike NN 2 obl", ". . 2 punct"],
        [("strike", "obj", "called")],
    ),
    "the day behind a saying is when it was said": (
        ["They PRP 2 nsubj", "said VBD 0 root", "on IN 4 case", "Monday NNP 6 obl",
         "it PRP 6 nsubj", "ended VBD 2 ccomp", ". . 2 punct"],
        [("Monday", "obl", "said")],
    ),
    "the day behind a subject is when it was done": (
        ["Unions NNS 4 nsubj", "on IN 3 case", "Monday NNP 1 nmod", "met VBD 0 root",
         ". . 4 punct"],
        [("Monday", "obl", "met")],
    ),
    "the day of talks stays with the talks": (
        ["Talks NNS 4 nsubj", "on IN 3 case", "Monday NNP 1 nmod", "failed VBD 0 root",
         ". . 4 punct"],
        [("Monday", "nmod", "Talks")],
    ),
    "a participle between commas is said of its noun": (
        ["Pacts NNS 5 nsubj", ", , 3 punct", "sealed VBN 5 advcl", ", , 3 punct",
         "hold VBP 0 root", ". . 5 punct"],
        [("sealed", "acl", "Pacts")],
    ),
    "a participle of the whole clause stays": (
        ["Pacts NNS 5 nsubj", ", , 3 punct", "given VBN 5 advcl", ", , 3 punct",
         "hold VBP 0 root", ". . 5 punct"],
        [("given", "advcl", "hold")],
    ),
    "an object may stand behind a phrase": (
        ["They PRP 2 nsubj", "waived VBD 0 root", "for IN 4 case", "Oslo NNP 2 obl",
         "a DT 6 det", "fee NN 2 obl", ". . 2 punct"],
        [("fee", "obj", "waived")],
    ),
    "one more deed behind a comma is the same people's": (
        ["They PRP 2 nsubj", "met VBD 0 root", ", , 5 punct", "then RB 5 advmod",
         "left VBD 2 parataxis", ". . 2 punct"],
        [("left", "conj", "met")],
    ),
    "what is said to fail is no speaker": (
        ["Ode NNP 2 nsubj", "says VBZ 0 root", "pacts NNS 2 nsubj", "fail VBP 2 ccomp",
         ". . 2 punct"],
        [("pacts", "nsubj", "fail"), ("Ode", "nsubj", "says")],
    ),
    "who is asked to leave does not ask": (
        ["Ode NNP 2 nsubj", "asked VBD 0 root", "envoys NNS 2 nsubj", "to TO 5 mark",
         "leave VB 2 xcomp", ". . 2 punct"],
        [("envoys", "obj", "asked"), ("Ode", "nsubj", "asked")],
    ),
    "who spoke may stand behind the verb and before the words": (
        ["Said VBD 0 root", "Ode NNP 1 iobj", ": : 1 punct", '" `` 6 punct',
         "Envoys NNS 6 nsubj", "left VBD 1 ccomp", ". . 1 punct"],
        [("Ode", "nsubj", "Said")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "wanted"), READ.values(), ids=list(READ))
def test_a_phrase_is_read_as_part_of_its_clause(vocab, rows, wanted):
    found = tree(vocab, rows)

    assert [part for part in wanted if part not in found] == []
