"""What an article lets slip of a person: gender, and roles beside the name."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc, Span, Token

from extract.descriptions import gender_of, kinship_nouns, office_nouns
from extract.gazetteer import lexicon
from extract.people import gender_of as name_gender
from extract.phrases import children, end_of, text_of
from extract.records import Entity

_LONGEST = 90


def told_gender(doc: Doc, entity: Entity) -> str | None:
    """Return the gender that roles, courtesy titles or a given name tell.

    A given name that only men or only women bear counts for more than a word of
    kinship beside the name, which may be another person's ("his mother").
    """
    named = name_gender((), (), entity.name)
    offices = {
        g
        for role in entity.roles
        for w in role.split()
        if w.casefold() not in kinship_nouns() and (g := gender_of(w))
    }
    if len(offices) == 1:
        return offices.pop()
    courtesy = lexicon("roles")["courtesy"]
    text = text_of(doc)
    for mention in entity.mentions:
        before = text[max(0, mention.quoted.start - 12) : mention.quoted.start]
        words = (before + " " + mention.quoted.text).split()
        for sex in ("m", "f"):
            if any(w in courtesy[sex] for w in words[:-1] if w[:1].isupper()):
                return sex
    if named is not None:
        return named
    kin = {g for role in entity.roles for w in role.split() if (g := gender_of(w))}
    return entity.gender or (kin.pop() if len(kin) == 1 else None)


def likely_gender(entity: Entity) -> str | None:
    """Return what a name of one word would tell if it were a given name."""
    return None if " " in entity.name else name_gender((), (), f"{entity.name} X")


def nearby_roles(doc: Doc, entity: Entity) -> list[str]:
    """Return role phrases right before a name, beside it or said of it."""
    out: list[str] = []
    for mention in entity.mentions:
        if mention.kind != "name":
            continue
        span = doc.char_span(
            mention.quoted.start, mention.quoted.end, alignment_mode="expand"
        )
        if span is None:
            continue
        out += _before_name(doc, span.start)
        out += _after_name(doc, span.end)
        out += _said_of(span)
    return out


@cache
def _holding() -> dict[str, str]:
    return dict(lexicon("references")["holding"])


def _said_of(span: Span) -> list[str]:
    """Return the roles that the parse shows: appositions, predicates, offices held."""
    head = span.root
    nouns = [c for c in children(head, "appos") if c not in span]
    if head.dep_ == "appos" and head.head not in span:
        nouns.append(head.head)
    above = head.head
    if head.dep_.startswith("nsubj") and above not in span:
        if children(above, "cop"):
            nouns.append(above)
        nouns += [c for c in children(above, "xcomp") if above.lemma_ == "become"]
    out = [
        text
        for noun in nouns
        if noun.lower_ in office_nouns() and noun.tag_ == "NN"
        if (text := _phrase(noun, span))
    ]
    held = list(children(head, "acl"))
    if head.dep_ == "nsubj":
        held.append(above)
    for verb in held:
        office = _holding().get(verb.lemma_.lower())
        things = [c for c in children(verb, "obj") if c.i > verb.i]
        if office and things and verb.i > head.i:
            told = _phrase(things[0], span)
            out.append(f"{office} of {told}" if told else office)
    return out


def _phrase(noun: Token, name: Span) -> str:
    """Return a noun with its modifiers and "of"-phrases, without the name."""
    left = right = noun.i
    inside = range(name.start, name.end)
    for c in noun.children:
        if c.dep_.partition(":")[0] in ("det", "amod", "compound", "nmod", "nummod"):
            covered = [t.i for t in c.subtree if not t.is_space]
            if any(i in inside for i in covered):
                continue
            left, right = min(left, *covered), max(right, *covered)
    text = text_of(noun.doc)[noun.doc[left].idx : end_of(noun.doc[right])]
    return text if len(text) <= _LONGEST else noun.text


def _before_name(doc: Doc, index: int) -> list[str]:
    words: list[str] = []
    office = False
    for i in range(index - 1, max(-1, index - 9), -1):
        token = doc[i]
        if token.is_space or token.text == ",":
            break
        if token.pos_ not in (
            "NOUN",
            "PROPN",
            "ADJ",
            "PART",
            "PUNCT",
            "ADP",
            "DET",
        ):
            break
        if token.is_punct and token.text not in ("-", ".", "’s", "'s"):
            break
        words.insert(0, token.text)
        office = office or token.lower_ in office_nouns()
    return [" ".join(words)] if office and words else []


def _after_name(doc: Doc, index: int) -> list[str]:
    if index + 2 >= len(doc) or doc[index].text not in (",", "(", "--", "—"):
        return []
    words: list[str] = []
    office = False
    for i in range(index + 1, min(len(doc), index + 14)):
        token = doc[i]
        if token.text in (",", ".", ")", ";", "--", "—") or token.pos_ == "VERB":
            break
        words.append(token.text)
        office = office or token.lower_ in office_nouns()
    return [" ".join(words)] if office and words[0].lower() != "who" else []
