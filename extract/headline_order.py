"""Which word of a headline is its verb, by the order and the forms of its words."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from extract.event_groups import PEOPLE
from extract.event_lexicon import event_lexicon
from extract.gazetteer import words
from extract.headline_verbs import Verb, past, verbs
from extract.inflections import forms
from extract.word_sets import spaced

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass"})
PREPOSITIONS: Final = spaced(
    "in on at by for with from to of over after before amid despite against into near "
    "off under during since without between among across about toward towards through "
    "until up down out around ahead following via outside inside as than per behind"
)
CLOSED: Final = PREPOSITIONS | spaced(
    "a an the and or but no not this that these those its his her their our my your 's "
    "’s ' ’ is are was were be been will would may might could should must can each"
)
_FINITE: Final = frozenset({"VBZ", "VBP", "VBD", "MD"})
_BREAKS: Final = frozenset({":", ";", "--", "–", "—", "―", "|", "…", "(", ")"})
_JOINS: Final = spaced("as after while when before until because if though but over")
_AUXILIARY: Final = spaced(
    "is are was were will would can could may might must should has have had do does "
    "did wo ca 's ’s and or &"
)
#: What needs no form to stand for several.
MANY: Final = spaced(
    "people police men women children media staff crew cattle personnel youth majority "
    "dozens hundreds thousands millions scores most many some both all few several two "
    "three four five six seven eight nine ten twenty thirty"
)
_SAYING: Final = spaced("says say said sources source minister official tells")
_NOUNS: Final = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "CD", "PRP", "RB", "VBG", "FW", "VBZ", "VBP"}
)
#: Ends of words for people, in the plural.
_DOERS: Final = ("ers", "ors", "ists", "ians", "men", "women")
#: Pasts that are no participles.
_PASTS: Final = spaced(
    "began broke came chose drew drove ate fell flew forbade froze gave went grew knew "
    "ran rang rose saw shook shrank sang sank spoke stole swore swam tore threw took "
    "wore wrote withdrew overcame overthrew blew"
)
#: What happens to somebody: "Walkout to hit trains".
_STRIKING: Final = frozenset({"hit", "cost", "last", "take", "affect", "disrupt"})
#: What a headline says of a thing without "is": "Talks off", "Deal near".
_STATES: Final = spaced("off over near dead likely unlikely imminent poised missing")


@dataclass(frozen=True, slots=True)
class Change:
    """How a headline is to be told otherwise.

    Attributes:
        verb: the word that is then to have a subject.
        at: the word that is replaced, or that another goes before.
        word: what stands there instead.
        before: what is put before it.
    """

    verb: int
    at: int
    word: str = ""
    before: str = ""


def parts_of(headline: Doc) -> list[range]:
    """Return the stretches of a headline that may hold a clause each."""
    cuts = [-1]
    for token in headline:
        dash = token.text == "-" and token.i and bool(token.nbor(-1).whitespace_)
        if token.text in _BREAKS or dash or (token.lower_ in _JOINS and token.i):
            cuts.append(token.i)
        elif token.text == ",":
            rest = [t.lower_ for t in headline[token.i + 1 :]]
            before = range(cuts[-1] + 1, token.i)
            said = len(rest) < 8 and bool(_SAYING & set(rest))
            if said or is_told(headline, before):
                cuts.append(token.i)
    cuts.append(len(headline))
    return [range(a + 1, b) for a, b in pairwise(cuts) if b - a > 2]


def is_told(headline: Doc, part: range) -> bool:
    """Tell whether a verb with its subject before it stands in a part.

    Not where a word that is a noun as well has a likelier verb as its subject
    ("Carrier delays deal").
    """
    if is_misread(headline, part):
        return False
    for at in part:
        token = headline[at]
        if not is_finite(token) or _is_bare_passive(headline, part, at):
            continue
        own = verbs().get(token.lower_)
        rank = own.rank if own is not None else 0
        for subject in token.children:
            if subject.dep_ not in SUBJECTS or not part.start <= subject.i < at:
                continue
            rival = verb_at(headline, part, subject.i)
            if rival is None or rival.rank <= rank:
                return True
    return False


def is_finite(token: Token) -> bool:
    """Tell whether a word is read as the verb of a clause."""
    if token.tag_ in _FINITE and token.pos_ in {"VERB", "AUX"}:
        return True
    if token.tag_ in {"VBN", "VBG"} and token.dep_ not in {"amod", "acl", "compound"}:
        return True
    helped = any(c.dep_ in {"aux", "aux:pass", "cop"} for c in token.children)
    return helped or (token.tag_ == "VB" and token.dep_ == "ROOT")


def is_misread(headline: Doc, part: range) -> bool:
    """Tell whether a plural that no headline uses as a verb is read as one."""
    things = words("headlines", "verbs", "things")
    return any(
        headline[at].pos_ == "VERB" and headline[at].lower_ in things for at in part
    )


def changes_in(headline: Doc, part: range) -> list[Change]:
    """Return how a part without a verb is to be told, by the order of its words."""
    first = headline[part.start]
    if first.lower_ in PREPOSITIONS and first.nbor().lower_ not in {"least", "most"}:
        return []
    best: tuple[int, Verb] | None = None
    for at in part[1:]:
        found = verb_at(headline, part, at)
        if found is not None and (best is None or found.rank > best[1].rank):
            best = (at, found)
        if (
            headline[at].lower_ == "to"
            and best is None
            and _is_plan(headline, part, at)
        ):
            return [Change(at + 1, at, "will")]
    be = "were" if _number(headline, part, part[-1]) == "many" else "was"
    if best is None:
        last = part[-1]
        lacking = headline[last].lower_ in _STATES and len(part) > 1
        return [Change(last, last, before=be)] if lacking else []
    at, verb = best
    if verb.form != "past":
        return [Change(at, at, past(verb.base))]
    be = "were" if _number(headline, part, at) == "many" else "was"
    return (
        [Change(at, at, before=be)] if _is_undergone(headline, part, at, verb) else []
    )


def steadied(headline: Doc, part: range) -> list[Change]:
    """Return the verbs of a part that has one, in the past: they are to stay verbs."""
    return [
        Change(at, at, past(verb.base))
        for at in part
        if headline[at].tag_ in {"VBZ", "VBP"}
        and headline[at].pos_ == "VERB"
        and (verb := verbs().get(headline[at].lower_)) is not None
        and any(child.dep_ in SUBJECTS for child in headline[at].children)
    ]


def joined(headline: Doc, part: range, verb: int) -> int | None:
    """Return the comma between two that do something: "Norway, Iceland sign pact"."""
    for at in range(part.start + 1, verb - 1):
        if headline[at].lower_ in PREPOSITIONS | {"and"}:
            return None
        if headline[at].text == ",":
            return at
    return None


def verb_at(headline: Doc, part: range, at: int) -> Verb | None:
    """Return the verb that a word can be where it stands, ``None`` for no verb."""
    verb = verbs().get(headline[at].lower_)
    if verb is None or at <= part.start:
        return None
    before = headline[at - 1]
    while before.lower_.endswith("ly") and before.i > part.start:
        before = before.nbor(-1)
    if before.lower_ in CLOSED or before.is_punct or before.tag_ not in _NOUNS:
        return None
    after = headline[at + 1].lower_ if at + 1 in part else ""
    if after in _AUXILIARY or (after == "of" and verb.form != "past"):
        return None
    number = _number(headline, part, at)
    if {"s": "many", "base": "one"}.get(verb.form) == number:
        return None
    if verb.base == "back" and after in PREPOSITIONS | {"home", ""}:
        return None
    last = after == "" and verb.form == "s"
    if verb.rank == 0 and (last or not is_actor(before)):
        return None
    return verb


def _number(headline: Doc, part: range, at: int) -> str:
    """Return whether the subject before a word is "one", "many" or either ("")."""
    phrase: list[Token] = []
    for token in headline[part.start : at]:
        if phrase and token.lower_ in PREPOSITIONS:
            break
        if token.tag_ != "RB" and not token.is_quote and token.text not in "'’":
            phrase.append(token)
    if not phrase:
        return ""
    if any(t.text in {",", "&"} or t.lower_ == "and" for t in phrase[1:-1]):
        return "many"
    word = phrase[-1].lower_
    if word in MANY or phrase[-1].tag_ == "CD" or any(c.isdigit() for c in word):
        return "many"
    if word in words("headlines", "verbs", "things"):
        return "many"
    if phrase[-1].ent_type_ or phrase[-1].tag_ in {"NNP", "NNPS"}:
        return "" if word.endswith("s") else "one"
    several = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return "many" if several else "one"


def is_actor(token: Token) -> bool:
    """Tell whether a word names somebody who does things."""
    base, known = forms()[1].get(token.lower_, token.lower_), event_lexicon()
    if base in known.actors | PEOPLE | known.labour or token.lower_ in MANY:
        return True
    people = token.lower_.endswith(_DOERS) and len(token) > 5
    return bool(token.ent_type_) or (people and token.lower_ not in verbs())


def _is_plan(headline: Doc, part: range, at: int) -> bool:
    """Tell whether "to" and a verb say what somebody will do: "Pilots to strike"."""
    if at + 1 not in part:
        return False
    before, verb = headline[at - 1], verbs().get(headline[at + 1].lower_)
    deed = headline[at + 1].tag_ == "VB" or (verb is not None and verb.form == "base")
    if not deed or before.lower_ in CLOSED or before.tag_ not in _NOUNS:
        return False
    if is_actor(before):
        return True
    after = headline[at + 2] if at + 2 in part else None
    alone = after is None or after.lower_ in PREPOSITIONS or after.tag_ in {"RB", "NNP"}
    word, base = headline[at + 1].lower_, forms()[1].get(before.lower_, before.lower_)
    happens = word in _STRIKING or (
        alone and word in words("headlines", "verbs", "happening")
    )
    return happens and base not in words("headlines", "verbs", "aiming")


def _is_bare_passive(headline: Doc, part: range, at: int) -> bool:
    """Tell whether a participle without its auxiliary is read as an active past."""
    verb, token = verbs().get(headline[at].lower_), headline[at]
    if verb is None or verb.form != "past" or token.tag_ not in {"VBN", "VBD"}:
        return False
    labels = {child.dep_ for child in token.children}
    whole = labels & {"aux", "aux:pass", "nsubj:pass", "obj", "ccomp", "xcomp"}
    return not whole and _is_undergone(headline, part, at, verb)


def _is_undergone(headline: Doc, part: range, at: int, verb: Verb) -> bool:
    """Tell whether a bare participle has an auxiliary left out: "Deal signed"."""
    after = headline[at + 1] if at + 1 in part else None
    off = after is not None and after.lower_ == "off"
    lasting = not off and verb.base in words("headlines", "verbs", "lasting")
    if lasting or headline[at].lower_ in _PASTS:
        return False
    return (
        after is None
        or after.lower_ in PREPOSITIONS
        or after.is_punct
        or after.tag_ in {"RB", "IN", "TO"}
    )
