"""Find the words that tell an event: triggers, with their type.

A noun trigger knows the verb that lets it happen (``support``: "hold talks"), so
that "launched air strikes" is one trigger and not two. Turns made in words alone
("we see no progress") are read by ``event_turns``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from extract.clauses import (
    case_of,
    children,
    modifiers,
    noun_phrases,
    obliques,
)
from extract.event_cast import Cast
from extract.event_lexicon import EventLexicon, Pattern, event_lexicon
from extract.inflections import lemma
from extract.occupations import names_workers

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Words of a walkout that goes on, and verbs by which it does.
LASTING: Final = frozenset(
    {"hour", "day", "week", "month", "nationwide", "national", "rolling", "wildcat"}
    | {"indefinite", "strike", "general", "mass", "statewide", "citywide"}
)
WAGED: Final = frozenset(
    {"begin", "start", "enter", "stage", "continue", "shut", "close", "disrupt"}
    | {"cripple", "paralyse", "paralyze", "idle", "halt", "strand", "affect", "ground"}
)
#: Words before a strike of workers, whatever the text is about.
WORKERS: Final = frozenset(
    {"general", "rail", "transport", "bus", "hunger", "dock", "wildcat", "sit-down"}
    | {"civil", "postal", "train", "metro", "port", "taxi", "garbage", "farmers"}
    | {"school", "hospital", "airline", "ferry", "tram", "subway", "refinery", "mine"}
)
#: Verbs that do what the noun under them names.
ISSUED: Final = frozenset(
    {"file", "lodge", "bring", "lift", "issue", "serve", "give", "order", "launch"}
    | {"withdraw", "announce", "impose", "grant", "win", "drop", "make"}
)
#: Verbs and adjectives by which an event is set for a day.
SET: Final = frozenset(
    {"schedule", "due", "expect", "set", "plan", "slate", "bill", "pencil", "book"}
)
#: Nouns that stand for what they are "of".
PARTS: Final = event_lexicon().portions | {
    *(
        "charter",
        "draft",
        "number",
        "version",
        "copy",
        "package",
        "form",
        "kind",
        "type",
    ),
    *("couple", "variety", "list", "text", "dozen", "lack", "row", "deal", "end"),
}

#: Words of sums, which are "in" aid or in loans.
MONEY: Final = frozenset({"million", "billion", "dollar", "euro", "pound", "franc"})
#: Words for some of those that they are "of": "most of the captives".
SOME_OF: Final = frozenset(
    {"all", "some", "many", "most", "both", "several", "few", "half", "each", "none"}
    | {"rest", "remainder", "majority", "hundred", "thousand", "score", "another"}
    | {"third", "quarter", "batch", "other", "more", "scores", "member", "crew", "one"}
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells an event.

    Attributes:
        token: the event noun or verb.
        type: the event's type.
        label: what the event is called.
        plover: PLOVER class, or ``None``.
        pattern: the lexicon row, ``None`` for what the code reads itself.
        support: the verb that lets a noun happen, or ``None``.
        claim: it is somebody's judgement on the talks, dated by the saying.
    """

    token: Token
    type: str
    label: str
    plover: str | None = None
    pattern: Pattern | None = None
    support: Token | None = None
    claim: bool = False


def matched(pattern: Pattern) -> int:
    """Return how particular a lexicon row is."""
    constraints = (
        pattern.particle,
        pattern.object,
        pattern.oblique,
        pattern.oblique_case,
        pattern.subject,
        pattern.modifier,
    )
    return sum(bool(some) for some in constraints)


# ---------------------------------------------------------------- nouns


def is_event_noun(token: Token) -> bool:
    """True for a noun that heads its phrase (models tag "offensive" an adjective)."""
    if token.ent_type_ in {"PERSON", "PLACE"} or token.text == "March":
        return False
    if token.pos_ == "ADJ" and token.i + 1 < len(token.doc) and token.i:
        owned = token.nbor(-1).tag_ in {"POS", "PRP$"} or token.nbor(-1).pos_ in {
            "DET",
            "ADJ",
        }
        if owned and token.nbor().pos_ in {"ADP", "PUNCT", "AUX"}:
            return True
    if token.dep_ in {"compound", "amod", "flat", "det", "advmod"}:
        return False
    if token.pos_ in {"NOUN", "PROPN"}:
        return True
    return token.pos_ == "ADJ" and token.dep_ in {"obj", "nsubj", "obl", "nsubj:pass"}


def noun_trigger(token: Token, lexicon: EventLexicon, cast: Cast) -> Trigger | None:
    """Return what an event noun tells, ``None`` where it is none."""
    if not is_event_noun(token) or is_named(token, cast):
        return None
    word = noun_word(token)
    best: Pattern | None = None
    for pattern in lexicon.nouns.get(word, ()):
        if pattern.plural and not token.lower_.endswith("s"):
            continue
        near = modifiers(token) + children(token, "acl", "advcl")
        words = {lemma(found) for found in near} | {found.lower_ for found in near}
        if pattern.modifier and not words & pattern.modifier:
            continue
        bare_case = "" if children(token, "det", "nmod:poss") else case_of(token)
        if words & pattern.not_modifier or bare_case in pattern.not_case:
            continue
        if best is None or matched(pattern) > matched(best):
            best = pattern
    if best is None or is_other_round(token, word, lexicon):
        return None
    if word == "signature" and token.lower_ == "signatures":
        return None  # of a petition
    done_to = token.dep_ in {"obj", "nsubj:pass"}
    told_by_verb = lemma(token.head) in ISSUED
    if done_to and (best.label in {"Bid", "Offer"} or (best.own_day and told_by_verb)):
        return None  # what is extended, filed or raised is told by its verb
    label = noun_label(token, best, lexicon)
    claim = best.type in {"impasse", "deviation"}
    return Trigger(token, best.type, label, best.plover, best, claim=claim)


def is_other_round(token: Token, word: str, lexicon: EventLexicon) -> bool:
    """True for a round of something else ("of tests"), or a session of a market."""
    if word not in {"round", "session"}:
        return False
    of = [lemma(noun) for case, noun in noun_phrases(token) if case == "of"]
    known = lexicon.words["talks"] | set(lexicon.nouns) | {"week", "day", "hour"}
    if of and not any(noun in known for noun in of) and word == "round":
        return True
    near = {child.lower_ for child in children(token, "amod", "compound")}
    return bool(near & {"trading", "training", "jam"})


def is_named(token: Token, cast: Cast) -> bool:
    """True for a noun inside a longer name ("... Conference on Trade")."""
    if token.ent_type_ != "ORG":
        return False
    entity = cast.at(token)
    return entity is not None and lemma(token) in entity.name.lower()


def noun_word(token: Token) -> str:
    """Return a noun's lemma, "cease-fire" put together from its pieces."""
    word = lemma(token)
    if word == "fire" and token.i > 1 and token.nbor(-1).text in {"-", "\u2011"}:
        return "ceasefire" if token.nbor(-2).lower_ == "cease" else word
    return word


def noun_label(token: Token, pattern: Pattern, lexicon: EventLexicon) -> str:
    """Return what a noun's event is called; an attack by its own words."""
    if pattern.type == "talks" and pattern.weak:
        word = lemma(token)
        if word in {"round", "contact", "discussion", "mediation"}:
            return "Talks"
        return word if word in {"session", "dialogue", "drafting"} else word + "s"
    if pattern.type != "attack":
        return pattern.label
    kinds = [
        found.lower_
        for found in children(token, "compound", "amod")
        if found.i == token.i - 1 and found.lower_ in lexicon.blows
    ]
    return " ".join([*kinds, token.lower_]).capitalize()


def strike(token: Token, lexicon: EventLexicon, labour: bool) -> Trigger | None:
    """Tell a strike of workers from a strike of missiles."""
    if lemma(token) == "walkout" and labour and lasts(token):
        return Trigger(token, "other", "Strike", "PROTEST")
    if lemma(token) not in {"strike", "airstrike"} or not is_event_noun(token):
        return None
    words = {found.lower_ for found in modifiers(token)}
    words |= {token.nbor(-1).lower_} if token.i else set()
    aimed = any(case in {"on", "against"} for case, _ in noun_phrases(token))
    if words & lexicon.blows or lemma(token) == "airstrike":
        kind = next(iter(sorted(words & lexicon.blows)), "")
        label = f"{kind} {token.lower_}".strip().capitalize()
        return Trigger(token, "attack", label, "ASSAULT")
    whose = words & WORKERS or any(names_workers(found) for found in words)
    if labour or whose or is_of_workers(token):
        return Trigger(token, "other", "Strike", "PROTEST")
    return Trigger(token, "attack", "Strikes", "ASSAULT") if aimed else None


def is_of_workers(noun: Token) -> bool:
    """True for a strike whose own words tell that work stops: "a two-day strike"."""
    words = parts_of(noun)
    armed = words & (event_lexicon().blows | {"air", "missile", "drone", "military"})
    return lemma(noun) == "strike" and bool(words & LASTING) and not armed


def parts_of(noun: Token) -> set[str]:
    """Return the words before a noun, "two-day" as two of them."""
    return {part for found in modifiers(noun) for part in found.lower_.split("-")}


def lasts(noun: Token) -> bool:
    """True for a walkout that goes on, as strikes do: "a two-day walkout"."""
    words = parts_of(noun)
    if words & LASTING or any(found.pos_ == "NUM" for found in modifiers(noun)):
        return True
    verbs = [*children(noun, "acl", "acl:relcl"), noun.head]
    return any(lemma(verb) in WAGED for verb in verbs)


def labour_text(doc: Doc, lexicon: EventLexicon) -> bool:
    """True where a document is about a labour dispute and not about fighting."""
    words = [lemma(token) for token in doc]
    labour = sum(word in lexicon.labour for word in words)
    return labour > 2 * sum(word in lexicon.fighting for word in words)


def lemmas_of(tokens: list[Token], cast: Cast) -> set[str]:
    """Return lemmas and forms of nouns, of what they portion, and of full names.

    An acronym counts as the last word of its full name ("INRA": agreement).
    """
    out = set()
    for token in tokens:
        out |= {lemma(token), token.lower_}
        out |= {c.lower_ for c in children(token, "compound", "amod")} & {"draft"}
        if lemma(token) in PARTS or token.pos_ == "NUM" or lemma(token) in SOME_OF:
            out |= {lemma(noun) for case, noun in noun_phrases(token) if case == "of"}
        if token.pos_ in {"SYM", "NUM"} or lemma(token) in MONEY:  # "$9 million in aid"
            phrases = [*noun_phrases(token), *obliques(token.head)]
            out |= {
                lemma(noun)
                for case, noun in phrases
                if case == "in" and 0 < noun.i - token.i < 4
            }
        entity = cast.at(token)
        if entity is not None and entity.kind == "organization":
            out |= {
                name.split()[-1].lower() for name in (entity.name, *entity.expansions)
            }
    return out


def portion_of(noun: Token, lexicon: EventLexicon) -> Token:
    """Return the head of "a second round of talks" for "talks"."""
    top = noun
    for _ in range(3):
        head = top.head
        if (
            top.dep_ == "nmod"
            and case_of(top) == "of"
            and lemma(head) in lexicon.portions
        ):
            top = head
        else:
            break
    return top
