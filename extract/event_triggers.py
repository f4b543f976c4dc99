"""Find the words that tell an event: triggers, with their type.

A noun trigger knows the verb that lets it happen (``support``: "hold talks"), so
that "launched air strikes" is one trigger and not two.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from extract.clauses import (
    agents,
    case_of,
    children,
    clause_of,
    grammatical_subjects,
    is_passive,
    modifiers,
    noun_phrases,
    obliques,
    patients,
    relative_head,
)
from extract.event_lexicon import EventLexicon, Pattern, event_lexicon
from extract.event_participants import Cast, goal_place
from extract.modality import is_negated

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Words that make a "strike" a blow, and those that make it a labour dispute.
BLOWS: Final = frozenset(
    "air missile drone rocket military artillery nuclear retaliatory precision aerial"
    " preemptive pre-emptive bomb ballistic".split()
)
LABOUR: Final = frozenset(
    "union worker employee employer wage contract labor labour striker picket railroad"
    " teacher nurse workforce bargaining".split()
)
FIGHTING: Final = frozenset(
    "missile troop army soldier rebel shelling bomb artillery civilian ceasefire war"
    " militant military".split()
)
#: Objects that make "offer" and "propose" no proposal.
SMALL: Final = frozenset(
    "comment explanation condolence help support detail insight view congratulation"
    " apology thanks toast name glimpse hope advice".split()
)
TALK: Final = frozenset(
    "talk talks negotiation negotiations dialogue discussion process deal agreement"
    " settlement solution peace accord breakthrough".split()
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


def find_triggers(doc: Doc, cast: Cast) -> list[Trigger]:
    """Return the triggers of a document in reading order, one a token."""
    lexicon = event_lexicon()
    strikes = labour_text(doc)
    found: dict[int, Trigger] = {}
    for token in doc:
        if token.is_space or not token.dep_:
            continue
        trigger = (
            assessment(token, lexicon)
            or refusal(token, lexicon)
            or strike(token, strikes)
            or noun_trigger(token, lexicon)
            or verb_trigger(token, lexicon, cast)
        )
        if trigger is not None:
            found[token.i] = trigger
    return settled(found, lexicon)


def matched(pattern: Pattern, size: int = 0) -> int:
    """Return how particular a lexicon row is."""
    constraints = (
        pattern.particle,
        pattern.object,
        pattern.oblique,
        pattern.oblique_case,
        pattern.subject,
        pattern.modifier,
    )
    return size + sum(bool(some) for some in constraints)


# ---------------------------------------------------------------- nouns


def noun_trigger(token: Token, lexicon: EventLexicon) -> Trigger | None:
    """Return what an event noun tells, ``None`` where it is none."""
    if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ in {
        "compound",
        "amod",
        "flat",
    }:
        return None
    if token.ent_type_ in {"PERSON", "PLACE"}:
        return None
    lemma = noun_lemma(token)
    best: Pattern | None = None
    for pattern in lexicon.nouns:
        if lemma not in pattern.lemmas:
            continue
        if pattern.plural and not token.lower_.endswith("s"):
            continue
        words = {word.lemma_.lower() for word in modifiers(token)} | {
            word.lower_ for word in modifiers(token)
        }
        if pattern.modifier and not words & pattern.modifier:
            continue
        if words & pattern.not_modifier:
            continue
        if best is None or matched(pattern) > matched(best):
            best = pattern
    if best is None:
        return None
    return Trigger(token, best.type, noun_label(token, best), best.plover, best)


def noun_lemma(token: Token) -> str:
    """Return a noun's lemma, "cease-fire" put together from its pieces."""
    lemma = token.lemma_.lower()
    if lemma == "fire" and token.i > 1 and token.nbor(-1).text in {"-", "‑"}:
        return "ceasefire" if token.nbor(-2).lower_ == "cease" else lemma
    return lemma


def noun_label(token: Token, pattern: Pattern) -> str:
    """Return what a noun's event is called, with a kind the text gives ("peace")."""
    if pattern.type == "attack":
        words = [
            w.text for w in children(token, "compound", "amod") if w.i == token.i - 1
        ]
        first = [
            w.lower()
            for w in words
            if w.lower() in BLOWS | {"bomb", "twin", "military"}
        ]
        return " ".join([*first, token.text.lower()]).capitalize()
    return pattern.label


def strike(token: Token, labour: bool) -> Trigger | None:
    """Tell a strike of workers from a strike of missiles."""
    if token.lemma_.lower() not in {"strike", "airstrike"} or token.pos_ != "NOUN":
        return None
    if token.dep_ == "compound":
        return None
    words = {word.lower_ for word in modifiers(token)}
    before = token.nbor(-1).lower_ if token.i else ""
    aimed = any(case in {"on", "against"} for case, _ in noun_phrases(token))
    if words & BLOWS or before in BLOWS or token.lemma_.lower() == "airstrike":
        kind = next((w for w in sorted(words | {before}) if w in BLOWS), "")
        label = f"{kind} {token.text.lower()}".strip().capitalize()
        return Trigger(token, "attack", label, "ASSAULT")
    if labour:
        return Trigger(token, "walkout", "Strike", "PROTEST")
    if aimed:
        return Trigger(token, "attack", "Strikes", "ASSAULT")
    return None


def labour_text(doc: Doc) -> bool:
    """True where a document is about a labour dispute and not about fighting."""
    lemmas = [token.lemma_.lower() for token in doc]
    return sum(w in LABOUR for w in lemmas) > 2 * sum(w in FIGHTING for w in lemmas)


# ---------------------------------------------------------------- verbs


def verb_trigger(token: Token, lexicon: EventLexicon, cast: Cast) -> Trigger | None:
    """Return what an event verb tells, ``None`` where it lacks what it needs."""
    if token.pos_ != "VERB" or token.dep_ in {"amod", "compound", "case", "aux"}:
        return None
    lemma = token.lemma_.lower()
    best: Pattern | None = None
    for pattern in lexicon.verbs:
        if lemma in pattern.lemmas and fits(token, pattern, cast):
            if best is None or matched(pattern) > matched(best):
                best = pattern
    if best is None or not plausible(token, best, cast):
        return None
    claim = best.type in {"impasse", "deviation"}
    return Trigger(token, best.type, best.label, best.plover, best, claim=claim)


def fits(verb: Token, pattern: Pattern, cast: Cast) -> bool:
    """True where a verb has around it what a lexicon row wants."""
    if pattern.particle:
        particles = {
            child.lower_
            for child in verb.children
            if child.dep_ in {"compound:prt", "advmod", "case", "obl"}
        }
        if not particles & pattern.particle:
            return False
    if pattern.object and not lemmas_of(patients(verb)) & pattern.object:
        return False
    if pattern.subject:
        subjects = patients(verb) if is_passive(verb) else grammatical_subjects(verb)
        if not lemmas_of(subjects) & pattern.subject:
            return False
    phrases = list(obliques(verb))
    if pattern.oblique_case:
        cases = {case for case, _ in phrases} | {
            word.lower_
            for child in verb.children
            for word in child.children
            if word.dep_ in {"case", "mark"}
        }
        if not cases & pattern.oblique_case:
            return False
    if pattern.oblique:
        near = [
            noun
            for case, noun in phrases
            if not pattern.oblique_case or case in pattern.oblique_case
        ]
        near += children(verb, "ccomp", "obl", "advcl", "obj")
        words = lemmas_of(near) | {w.lower_ for n in near for w in n.children}
        if not words & pattern.oblique:
            return False
    if pattern.to_place and not goal_place(verb, cast):
        return False
    return not any(case in pattern.not_oblique for case, _ in phrases)


def lemmas_of(tokens: list[Token]) -> set[str]:
    """Return lemmas and forms of nouns, and of the nouns that they portion."""
    out = set()
    for token in tokens:
        out |= {token.lemma_.lower(), token.lower_}
        out |= {
            noun.lemma_.lower() for case, noun in noun_phrases(token) if case == "of"
        }
    return out


def plausible(verb: Token, pattern: Pattern, cast: Cast) -> bool:
    """Rule out what a verb's company shows to be something else."""
    lemma = verb.lemma_.lower()
    objects = lemmas_of(patients(verb))
    if objects & SMALL and pattern.type in {"proposal", "rejection"}:
        return False
    if pattern.type == "rejection" and not plausible_refusal(verb, lemma, objects):
        return False
    if lemma == "agree":
        return plausible_agreement(verb)
    if pattern.sides:
        if verb.tag_ == "VBN" and verb.dep_ == "acl":
            return False
        return meets(verb, cast)
    if lemma in {"propose", "offer", "demand", "pledge", "promise", "vow", "sign"}:
        return (
            bool(objects) or bool(children(verb, "ccomp", "xcomp")) or is_passive(verb)
        )
    if pattern.type == "attack" and lemma in {"attack", "storm", "kill", "explode"}:
        return bool(objects or agents(verb))
    if lemma == "commit":
        return bool(list(obliques(verb)) or children(verb, "xcomp"))
    if lemma in {"stall", "falter"}:
        subjects = lemmas_of(grammatical_subjects(verb))
        return bool(subjects & (TALK | {"effort", "round", "conference"}))
    return True


def plausible_refusal(verb: Token, lemma: str, objects: set[str]) -> bool:
    """True where something on the table is refused, and not a comment or a claim."""
    claims = event_lexicon().words["claims"]
    if objects & claims:
        return False
    if lemma in {"refuse", "decline"}:
        inner = lemmas_of(children(verb, "xcomp"))
        if not inner and not objects:
            return False
        return not inner & {
            "comment",
            "say",
            "confirm",
            "answer",
            "elaborate",
            "specify",
        }
    if lemma in {"rule", "dismiss", "resist", "spurn"}:
        return bool(objects) or bool(children(verb, "xcomp", "ccomp"))
    return bool(objects)


def plausible_agreement(verb: Token) -> bool:
    """True where sides agree to do something, not where one shares a view."""
    for case, _ in obliques(verb):
        if case in {"on", "to", "upon"}:
            return True
    if children(verb, "xcomp", "obj") or is_passive(verb):
        return True
    for clause in children(verb, "ccomp"):
        words = {child.lower_ for child in clause.children}
        if words & {"should", "will", "would", "must", "to", "be"}:
            return True
    return False


def meets(verb: Token, cast: Cast) -> bool:
    """True where somebody meets somebody, and not a deadline or a need."""
    objects = patients(verb)
    subjects = agents(verb)
    if objects:
        return any(
            cast.who(noun) and not (cast.is_place(noun) and noun.pos_ != "PROPN")
            for noun in objects
        )
    if any(case == "with" and cast.who(noun) for case, noun in obliques(verb)):
        return bool(subjects)
    return any(cast.who(noun) for noun in subjects)


# ---------------------------------------------------------------- turns in words


def assessment(token: Token, lexicon: EventLexicon) -> Trigger | None:
    """Return a judgement on the talks: no progress, a breakthrough, no prospect."""
    lemma = token.lemma_.lower()
    if token.pos_ not in {"NOUN", "ADJ"} or token.dep_ == "compound":
        return None
    if lemma in lexicon.progress:
        if denied(token):
            return Trigger(token, "statement", "no progress", None, claim=True)
        if lemma in lexicon.positive and about_talks(token):
            return Trigger(token, "statement", "progress", None, claim=True)
        return None
    if lemma in lexicon.prospects and denied(token):
        phrases = {
            word.lemma_.lower()
            for case, noun in noun_phrases(token)
            if case in {"for", "of", "in", "to"}
            for word in [noun, *children(noun, "compound", "amod")]
        }
        if lemma in {"agreement", "deal", "accord"}:
            if token.dep_ not in {"obj", "nsubj:pass", "obl"}:
                return None
            return Trigger(token, "impasse", "no agreement", None, claim=True)
        if phrases & TALK:
            return Trigger(
                token, "impasse", f"no {noun_plain(token)} for talks", claim=True
            )
    return None


def noun_plain(token: Token) -> str:
    """Return a noun as it stands, in small letters."""
    return str(token.lower_)


def denied(token: Token) -> bool:
    """True where a noun is denied: "no progress", "cannot see any progress"."""
    for child in token.children:
        if child.lower_ in {"no", "little", "without", "any", "not"} and child.dep_ in {
            "det",
            "amod",
            "case",
            "advmod",
        }:
            if child.lower_ != "any":
                return True
    head = token.head
    if token.dep_ == "conj":
        return denied(head)
    if token.dep_ in {
        "obj",
        "nsubj",
        "nsubj:pass",
        "obl",
        "xcomp",
        "ROOT",
        "ccomp",
        "nmod",
    }:
        verb = head if head.pos_ in {"VERB", "AUX"} else token
        for _ in range(3):
            if is_negated(verb):
                return True
            if verb.dep_ in {"xcomp"} or (verb.dep_ == "conj"):
                verb = verb.head
                continue
            break
    return False


def about_talks(token: Token) -> bool:
    """True where progress is made in talks or towards a deal."""
    near = [noun for _, noun in noun_phrases(token)]
    verb = clause_of(token)
    if verb is not None:
        near += [noun for _, noun in obliques(verb)]
    words = lemmas_of(near)
    return bool(words & TALK)


def refusal(token: Token, lexicon: EventLexicon) -> Trigger | None:
    """Return a refusal in so many words: "we cannot discuss", "that is excluded"."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB" and lemma in lexicon.refusals and is_negated(token):
        aux = {c.lower_ for c in children(token, "aux")}
        if not aux & {
            "will",
            "wo",
            "ca",
            "can",
            "would",
            "not",
            "going",
            "could",
            "shall",
        }:
            return None
        if lemma in {"discuss", "accept", "recognise", "recognize", "consider", "sign"}:
            if not patients(token) and not is_passive(token):
                return None
        if lemma in {
            "oppose",
            "allow",
            "stop",
            "return",
            "back",
            "join",
            "meet",
            "talk",
        }:
            objects = lemmas_of(patients(token)) | lemmas_of(
                [noun for _, noun in obliques(token)]
            )
            if not objects & (
                TALK | {"strike", "airstrike", "troop", "force", "table"}
            ):
                return None
        if not agents(token):
            return None
        return Trigger(token, "rejection", "Refusal", "REJECT", claim=True)
    if lemma in lexicon.refused and token.pos_ in {"ADJ", "VERB"}:
        if any(child.dep_ in {"cop", "aux:pass"} for child in token.children):
            if not is_negated(token):
                return Trigger(token, "rejection", "Refusal", "REJECT", claim=True)
    return None


# ---------------------------------------------------------------- putting together


def settled(found: dict[int, Trigger], lexicon: EventLexicon) -> list[Trigger]:
    """Give nouns their support and drop verbs that only carry an event noun."""
    gone: set[int] = set()
    out: dict[int, Trigger] = dict(found)
    for index in sorted(found):
        trigger = found[index]
        if trigger.token.pos_ not in {"NOUN", "PROPN"} or trigger.claim:
            continue
        verb = support_of(trigger.token, lexicon, found)
        if verb is None:
            continue
        carrier = found.get(verb.i)
        if carrier is not None and carrier.type == trigger.type:
            gone.add(verb.i)
            out[index] = replace(
                trigger, support=verb, pattern=carrier.pattern, plover=carrier.plover
            )
        elif carrier is not None and verb.lemma_.lower() not in lexicon.occur:
            gone |= {index} if swallowed(trigger, carrier) else set()
        else:
            out[index] = replace(trigger, support=verb)
            if carrier is not None and swallowed(trigger, carrier):
                gone.add(index)
    return [out[index] for index in sorted(out) if index not in gone]


def swallowed(noun: Trigger, verb: Trigger) -> bool:
    """True where a verb's event is about the noun's and the noun adds none.

    "Rejected the proposal" and "postponed the talks" are one event each.
    """
    pair = (verb.type, noun.type)
    return pair in {
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
        ("agreement", "ceasefire"),
        ("statement", "statement"),
        ("vote", "agreement"),
        ("vote", "proposal"),
        ("deadline", "agreement"),
    }


def support_of(
    noun: Token, lexicon: EventLexicon, found: dict[int, Trigger]
) -> Token | None:
    """Return the verb that lets an event noun happen, or that it is the object of."""
    top = noun
    for _ in range(3):
        head = top.head
        if (
            top.dep_ == "nmod"
            and case_of(top) in {"of", "in", "for"}
            and head.lemma_.lower() in lexicon.portions
        ):
            top = head
        elif top.dep_ == "conj":
            top = head
        else:
            break
    relatives = children(top, "acl:relcl", "acl") + (
        children(noun, "acl:relcl", "acl") if top.i != noun.i else []
    )
    for verb in relatives:
        if verb.lemma_.lower() in lexicon.occur and relative_head(verb) is not None:
            return verb
    verb = top.head
    if verb.i == top.i or verb.pos_ not in {"VERB", "AUX"}:
        return None
    if top.dep_ not in {"obj", "nsubj", "nsubj:pass", "xcomp"}:
        return None
    if verb.lemma_.lower() in lexicon.occur or verb.i in found:
        return verb
    return None


def portion_of(noun: Token, lexicon: EventLexicon) -> Token:
    """Return the head of "a second round of talks" for "talks"."""
    top = noun
    for _ in range(3):
        head = top.head
        if (
            top.dep_ == "nmod"
            and case_of(top) == "of"
            and head.lemma_.lower() in lexicon.portions
        ):
            top = head
        else:
            break
    return top
