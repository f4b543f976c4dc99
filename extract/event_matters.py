"""What an event is about: the issue that its clause names, for its topics and label."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.clauses import agents, children, clause_of
from extract.event_evidence import LONGEST
from extract.topics import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.event_merging import Draft


def sentence_part(token: Token) -> str:
    """Return the words of a trigger's clause, for its topics.

    What is told in passing of its subject is none of them: "the republic, an oil
    exporter, voted on Sunday".
    """
    verb = token if token.pos_ == "VERB" else clause_of(token)
    if verb is None or verb.sent.start != token.sent.start:
        return str(token.sent.text)
    first, last = verb.left_edge.i, verb.right_edge.i + 1
    aside = {
        inner.i
        for subject in agents(verb)
        if subject.pos_ == "PROPN"
        for child in children(subject, "appos", "acl", "acl:relcl")
        for inner in child.subtree
    }
    aside = set() if token.i in aside else aside
    words = token.doc[first : min(last, first + LONGEST)]
    return "".join(found.text_with_ws for found in words if found.i not in aside)


def matter_of(draft: Draft) -> str | None:
    """Return the first of an event's topics that its clause names as its matter.

    The words of a participant's name are none ("the Health Workers' Union"), nor is
    the mediator's own trade, nor a union of states that only takes part.
    """
    words = sentence_part(draft.trigger.token)
    named = [
        found.span()
        for part in draft.parts
        for found in re.finditer(re.escape(part.name), words, re.IGNORECASE)
    ]
    for topic in draft.topics:
        if re.search("[a-z]{3}", topic) is None:
            continue
        told = words_of(words, topic)
        if not told and topic[:1].isupper() and not topic.endswith(" accession"):
            continue
        beside = [
            words[a:b].lower().startswith("mediator")
            or any(first <= a and b <= last for first, last in named)
            for a, b in told
        ]
        return None if beside and all(beside) else topic
    return None
