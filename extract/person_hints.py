"""What an article lets slip of a person: gender, and roles beside the name."""

from __future__ import annotations

from spacy.tokens import Doc

from extract.descriptions import gender_of, office_nouns
from extract.gazetteer import fold, given_names, lexicon
from extract.phrases import text_of
from extract.records import Entity


def told_gender(doc: Doc, entity: Entity) -> str | None:
    """Return the gender that roles, courtesy titles or a given name tell."""
    if entity.gender:
        return entity.gender
    told = {g for role in entity.roles for w in role.split() if (g := gender_of(w))}
    if len(told) == 1:
        return told.pop()
    courtesy = lexicon("roles")["courtesy"]
    text = text_of(doc)
    for mention in entity.mentions:
        before = text[max(0, mention.quoted.start - 12) : mention.quoted.start]
        words = (before + " " + mention.quoted.text).split()
        for sex in ("m", "f"):
            if any(w in courtesy[sex] for w in words[:-1] if w[:1].isupper()):
                return sex
    first = fold(entity.name.split()[0]) if " " in entity.name else ""
    listed = given_names().get(first)
    return listed if listed in ("m", "f") else None


def nearby_roles(doc: Doc, entity: Entity) -> list[str]:
    """Return role phrases right before a name or in apposition to it."""
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
    return out


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
