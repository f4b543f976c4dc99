"""Write readings as the contract's JSON, and keep them whole between commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from extract.records import Quoted, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable


def contract_json(reading: Reading) -> str:
    """Return one line: what ``parley extract --json`` prints of an article."""
    article = reading.article
    record = {
        "article": {
            "file": article.file,
            "id": article.id,
            "title": article.title,
            "publisher": article.publisher,
            "url": article.url,
            "published": article.published,
            "published_basis": article.published_basis,
            "published_reasons": article.published_reasons,
            "published_candidates": article.published_candidates,
            "text": article.text,
        },
        "times": [
            {
                **_plain(time.quoted),
                "type": time.type,
                "value": time.value,
                "begin": time.begin,
                "last": time.last,
                "mod": time.mod,
            }
            for time in reading.times
        ],
        "entities": [
            {
                "id": entity.id,
                "kind": entity.kind,
                "name": entity.name,
                "mentions": [
                    {**_plain(mention.quoted), "kind": mention.kind}
                    for mention in entity.mentions
                ],
                "roles": entity.roles,
                "country": entity.country,
            }
            for entity in reading.entities
        ],
        "statements": [
            {
                "id": said.id,
                "speaker": said.speaker,
                "source": _spans(said.source),
                "cue": _spans(said.cue),
                "content": _spans(said.content),
                "kind": said.kind,
                "act": said.act,
                "date": said.date,
                "via": said.via,
                "topics": said.topics,
                "stance": said.stance,
            }
            for said in reading.statements
        ],
        "events": [
            {
                "id": event.id,
                "type": event.type,
                "label": event.label,
                "begin": event.begin,
                "last": event.last,
                "modality": event.modality,
                "participants": event.participants,
                "places": event.places,
                "mentions": _spans(event.mentions),
            }
            for event in reading.events
        ],
        "proposals": [
            {
                "id": proposal.id,
                "label": proposal.label,
                "proposer": proposal.proposer,
                "date": proposal.date,
                "version": proposal.version,
                "provisions": [
                    {**_plain(term.quoted), "topic": term.topic}
                    for term in proposal.provisions
                ],
            }
            for proposal in reading.proposals
        ],
    }
    return msgspec.json.encode(record).decode("utf-8")


def _plain(quoted: Quoted) -> dict[str, Any]:
    return {"start": quoted.start, "end": quoted.end, "text": quoted.text}


def _spans(spans: Iterable[Quoted]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
