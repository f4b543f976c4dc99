"""Statements as a table that Discourse Network Analyzer imports.

Its columns: person, organisation, concept, agreement (1 agrees, 0 does not), date
(``YYYY-MM-DD``), text, and, for finding the place again, title and file.
"""

from __future__ import annotations

import csv
import io
from typing import Final

from graph.exports.timelines import safe_cell
from graph.story import Story

COLUMNS: Final = (
    "person",
    "organisation",
    "concept",
    "agreement",
    "date",
    "text",
    "title",
    "file",
)


def to_coded_csv(story: Story) -> bytes:
    """Return one line a statement and topic, of statements that agree or do not.

    A statement whose stance is neutral or unclear has no agreement to code and is
    left out, as are beliefs and intentions.

    Source:
        Leifeld, Discourse Network Analyzer: statement variables person,
        organization, concept, agreement.
    """
    names = {entity.iri: entity for entity in story.entities}
    articles = {article.id: article for article in story.articles}
    out = io.StringIO(newline="")
    rows = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    rows.writeheader()
    for said in sorted(story.statements, key=lambda s: (s.date or "9999", s.iri)):
        if said.act != "speech" or said.stance not in {"supports", "rejects"}:
            continue
        speaker = names.get(said.speaker_iri or "")
        human = speaker is not None and speaker.kind == "person"
        side = names.get((speaker.affiliation if speaker else None) or "")
        organisation = side.name if side else "" if human else said.speaker
        for topic in said.topics:
            line = {
                "person": said.speaker if human else "",
                "organisation": organisation,
                "concept": topic,
                "agreement": int(said.stance == "supports"),
                "date": said.date,
                "text": said.content,
                "title": articles[said.article].title,
                "file": articles[said.article].file,
            }
            rows.writerow({name: safe_cell(line[name]) for name in COLUMNS})
    return out.getvalue().encode("utf-8")
