"""Find the words that tell an event: triggers, with their type.

A noun trigger knows the verb that lets it happen (``support``: "hold talks"), so
that "launched air strikes" is one trigger and not two. Turns made in words alone
("we see no progress") are read by ``event_turns``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from extract.clauses import (
    case_of,
    children,
    grammatical_subjects,
    is_passive,
    modifiers,
    noun_phrases,
    relative_head,
)
from extract.event_cast import Cast
from extract.event_lexicon import EventLexicon, Pattern, event_lexicon
from extract.inflections import lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Which noun's event a verb's event of another type takes in: "rejected the plan".
TAKES_IN: Final = frozenset(
    {
        ("rejection", "proposal"),
        ("rejection", "agreement"),
        ("agreement", "proposal"),
        ("signing", "agreement"),
        ("impasse", "talks"),
        ("impasse", "meeting"),
        ("walkout", "talks"),
        ("deviation", "agreement"),
        ("deviation", "pledge"),
        ("other", "proposal"),
        ("other", "agreement"),
        ("proposal", "agreement"),
        ("statement", "statement"),
        ("vote", "agreement"),
        ("vote", "proposal"),
        ("deadline", "agreement"),
        ("pledge", "proposal"),
        ("signing", "statement"),
    }
)
#: Where it is the other way round: "a ceasefire took effect", "began a strike".
GIVES_WAY: Final = frozenset(
    {("other", "ceasefire"), ("attack", "other"), ("other", "signing")}
)
#: Verbs by which talks that were held come to their end.
HELD: Final = frozenset({"end", "conclude", "finish", "close", "adjourn", "break"})
#: Words of a walkout that goes on, and verbs by which it does.
LASTING: Final = frozenset(
    {"hour", "day", "week", "month", "nationwide", "national", "rolling", "wildcat"}
    | {"indefinite", "strike", "general", "mass", "statewide", "citywide"}
)
WAGED: Final = frozenset(
    {"begin", "start", "enter", "stage", "continue", "shut", "close", "disrupt"}
    | {"cripple", "paralyse", "paralyze", "idle", "halt", "strand", "affect", "ground"}
)
#: Verbs and adjectives by which an event is set for a day.
SET: Final = frozenset(
    {"schedule", "due", "expect", "set", "plan", "slate", "bill", "pencil", "book"}
)
#: Nouns that stand for what they are "of".
PARTS: Final = event_lexicon().portions | {
    *("draft", "number", "version", "copy", "package", "form", "kind", "type"),
    *("couple", "variety", "list", "text", "dozen", "lack", "row", "deal", "end"),
}


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
    if token.ent_type_ in {"PERSON", "PLACE"}:
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
    if labour:
        return Trigger(token, "other", "Strike", "PROTEST")
    return Trigger(token, "attack", "Strikes", "ASSAULT") if aimed else None


def lasts(noun: Token) -> bool:
    """True for a walkout that goes on, as strikes do: "a two-day walkout"."""
    words = {part for found in modifiers(noun) for part in found.lower_.split("-")}
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
        if lemma(token) in PARTS:
            out |= {lemma(noun) for case, noun in noun_phrases(token) if case == "of"}
        entity = cast.at(token)
        if entity is not None and entity.kind == "organization":
            out |= {
                name.split()[-1].lower() for name in (entity.name, *entity.expansions)
            }
    return out


# ---------------------------------------------------------------- putting together


def settled(found: dict[int, Trigger], lexicon: EventLexicon) -> list[Trigger]:
    """Give nouns their support and drop verbs that only carry an event noun."""
    gone: set[int] = set()
    held = in_force(found)
    out: dict[int, Trigger] = dict(held)
    for index in sorted(found):
        trigger = found[index]
        if trigger.token.pos_ == "VERB" or held.get(index) is not trigger:
            continue
        if is_told_by_participle(trigger, found):
            gone.add(index)
            continue
        verb = support_of(trigger.token, lexicon, found)
        if verb is None:
            continue
        carrier = found.get(verb.i)
        if carrier is not None and carrier.type == trigger.type:
            gone.add(verb.i)
            out[index] = replace(trigger, support=verb, pattern=carrier.pattern)
        elif carrier is not None and was_held(trigger, carrier):
            out[index] = replace(trigger, support=verb)
        elif carrier is not None and (carrier.type, trigger.type) in TAKES_IN:
            gone.add(index)
        elif carrier is not None and (carrier.type, trigger.type) in GIVES_WAY:
            gone.add(verb.i)
            out[index] = replace(trigger, support=verb)
        elif lemma(verb) in lexicon.occur or trigger.token.dep_ == "obl":
            out[index] = replace(trigger, support=verb)
    return [out[index] for index in sorted(out) if index not in gone]


def was_held(talks: Trigger, carrier: Trigger) -> bool:
    """True for talks that a verb ends without a deal: they are an event themselves.

    "Two days of talks in Oslo ended without a deal"; a bare "the talks" is told
    elsewhere in the article, and what was called off was not held.
    """
    if talks.type not in {"talks", "meeting"} or carrier.type != "impasse":
        return False
    if lemma(carrier.token) not in HELD or carrier.token.pos_ != "VERB":
        return False
    noun = talks.token
    top = portion_of(noun, event_lexicon())
    return (
        len(list(noun.lefts)) > 1
        or top.i != noun.i
        or any(case in {"in", "at", "with"} for case, _ in noun_phrases(noun))
    )


def is_told_by_participle(noun: Trigger, found: dict[int, Trigger]) -> bool:
    """True for the deal in "a deal signed in Oslo", which the verb tells."""
    above = found.get(noun.token.head.i)
    if above is not None and above.label == "Calling off":
        return True
    if noun.type not in {"agreement", "proposal"}:
        return False
    told = [
        found[verb.i].type for verb in children(noun.token, "acl") if verb.i in found
    ]
    return any(kind == noun.type or (kind, noun.type) in TAKES_IN for kind in told)


def in_force(found: dict[int, Trigger]) -> dict[int, Trigger]:
    """Tell "the truce, since it came into force" as the truce's own beginning."""
    out = dict(found)
    for index in sorted(found):
        trigger = found[index]
        if trigger.label != "Entry into force" or trigger.token.pos_ != "VERB":
            continue
        subject = children(trigger.token, "nsubj")
        if not subject or subject[0].lower_ not in {"it", "which", "that"}:
            continue
        before = [
            other
            for other in found.values()
            if other.type == "ceasefire"
            and other.token.pos_ != "VERB"
            and trigger.token.sent.start <= other.token.i < index
        ]
        if before:
            truce = max(before, key=lambda other: other.token.i)
            out[truce.token.i] = replace(truce, support=trigger.token)
            out.pop(index)
    return out


def support_of(
    noun: Token, lexicon: EventLexicon, found: dict[int, Trigger]
) -> Token | None:
    """Return the verb that lets an event noun happen, or that acts on it."""
    top = portion_of(noun, lexicon)
    if top.dep_ == "conj" and top.head.dep_ in {"obj", "nsubj", "nsubj:pass"}:
        top = top.head
    for verb in [
        *children(noun, "acl:relcl", "acl"),
        *(children(top, "acl:relcl", "acl") if top.i != noun.i else []),
    ]:
        if lemma(verb) in lexicon.occur and relative_head(verb) is not None:
            return verb
    verb = top.head
    opens = lemma(verb) == "open" and any(c.lower_ == "to" for c in verb.children)
    if verb.i == top.i or not (verb.pos_ in {"VERB", "AUX"} or opens):
        return None
    if top.dep_ == "obl" and case_of(top) in {"in", "during"}:
        kinds = {child.lower_ for child in children(noun, "compound", "amod")}
        private = lemma(noun) in {"conversation", "interview"} or kinds & {
            "phone",
            "telephone",
        }
        return verb if private else None
    if top.dep_ == "obl" and top.i in {found.i for found in grammatical_subjects(verb)}:
        return verb if lemma(verb) in lexicon.occur or verb.i in found else None
    if top.dep_ == "obl" and is_passive(verb) and case_of(top) == "by":
        return verb if verb.i in found else None
    object_like = top.dep_ == "obl:unmarked" and not children(verb, "obj")
    subject_like = top.dep_ in {"nsubj", "nsubj:pass", "nsubj:outer"}
    if not (subject_like or top.dep_ in {"obj", "xcomp"} or object_like):
        return None
    if lemma(verb) in SET:
        inner = [c for c in children(verb, "xcomp") if lemma(c) in lexicon.occur]
        if inner:
            return inner[0]
    return verb if lemma(verb) in lexicon.occur or verb.i in found else None


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
