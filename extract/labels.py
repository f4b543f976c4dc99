"""Speech behind a speaker's label: transcripts and headlines ("Mayor: We agreed")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from extract.cues import Sense, lexicon
from extract.drafts import Draft, Span
from extract.phrases import text_of, trimmed
from extract.sources import Source

_LABEL = re.compile(
    r"[\"“]?(?P<name>[A-Z][\w.'’-]*"
    r"(?: (?:[A-Z(][\w.'’()-]*|of|the|and|de|al|bin)){0,5})"
    r":\s(?=\S)"
)
_HEADINGS = frozenset(
    [
        "watch",
        "update",
        "updated",
        "note",
        "notes",
        "read",
        "more",
        "related",
        "photo",
        "photos",
        "video",
        "source",
        "sources",
        "correction",
        "editor",
        "tags",
        "topics",
        "category",
        "credit",
        "caption",
        "caveat",
        "warning",
        "subject",
        "date",
        "from",
        "to",
        "re",
        "time",
        "place",
        "location",
        "contact",
        "email",
        "phone",
        "website",
        "url",
        "original",
        "reporting",
        "writing",
        "editing",
        "share",
        "follow",
        "listen",
        "live",
        "breaking",
        "exclusive",
        "opinion",
        "analysis",
        "factbox",
        "timeline",
        "explainer",
        "summary",
    ]
)
_SHORTEST = 3


def labelled(doc: Doc, blocks: Sequence[Span]) -> Iterator[Draft]:
    """Yield what stands behind "NAME:" at the beginning of a paragraph.

    The label is in capitals throughout, or names a person or body that the
    model recognised, or is a poll or the like in a headline.
    """
    text = text_of(doc)
    carriers = lexicon().inanimate
    for start, end in blocks:
        found = _LABEL.match(text, start, end)
        if found is None:
            continue
        name = found["name"]
        words = name.casefold().split()
        span = doc.char_span(
            found.start("name"), found.end("name"), alignment_mode="expand"
        )
        if span is None or any(w in _HEADINGS for w in words):
            continue
        shouted = name.isupper() and len(name) >= _SHORTEST
        known = any(t.ent_type_ in ("PERSON",) for t in span)
        text_like = len(words) == 1 and words[0] in carriers
        if not (shouted or known or text_like):
            continue
        content = trimmed(text, found.end(), end)
        if content is None or len(text[content[0] : content[1]].split()) < _SHORTEST:
            continue
        colon = found.end("name")
        cue = doc.char_span(colon, colon + 1, alignment_mode="expand")
        if cue is None:
            continue
        source = Source(found.start("name"), colon, span.root, span.root)
        yield Draft(
            (colon, colon + 1),
            cue[0],
            source,
            (content,),
            Sense("say", "speech"),
            "label",
        )
