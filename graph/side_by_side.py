"""Compare two versions of a proposal: how texts differ, what is claimed to differ."""

from __future__ import annotations

from graph.compare import compare as differences
from graph.errors import NotFoundError
from graph.rows import Row, Rows
from graph.story import Story, StoryProposal
from graph.things import chosen, things

__all__ = ["compare"]


def compare(story: Story, old: str, new: str) -> list[Row]:
    """Return how a later version of a proposal stands to an earlier one, by topic.

    A difference between the texts and a deviation that somebody claims are different
    things: ``basis`` is ``"texts"`` for the one and ``"claimed"`` for the other. Among
    the texts, ``kind`` is ``"same"``, ``"changed"``, ``"omitted"`` or ``"added"``; that
    a report does not mention a term is no proof that the version lacks it.

    Args:
        story: what is known.
        old: IRI or label of the earlier version.
        new: IRI or label of the later version.

    Raises:
        NotFoundError: one of them names no proposal.
    """
    before, after = _proposal(story, old), _proposal(story, new)
    rows = Rows(story)
    found = [
        {
            "topic": each.topic,
            "kind": each.kind,
            "basis": "claimed",
            "claimed_by": each.claimed_by,
            "date": each.date,
            "old": None if each.old is None else each.old.text,
            "new": each.new.text,
            "evidence": rows.evidence(
                (each.new,) if each.old is None else (each.old, each.new)
            ),
        }
        for each in story.deviations
        if (each.source, each.target) == (before.iri, after.iri)
    ]
    for each in differences(before, after):
        found.append(
            {
                "topic": each.topic,
                "kind": each.kind,
                "basis": "texts",
                "claimed_by": None,
                "date": after.date,
                "old": None if each.old is None else each.old.text,
                "new": None if each.new is None else each.new.text,
                "evidence": rows.evidence(
                    words
                    for side in (each.old, each.new)
                    if side is not None
                    for words in side.evidence
                ),
            }
        )
    return sorted(
        found, key=lambda row: (row["topic"], row["basis"], row["new"] or row["old"])
    )


def _proposal(story: Story, wanted: str) -> StoryProposal:
    known = {iri: t for iri, t in things(story).items() if t.kind == "proposal"}
    versions = {each.iri: each for each in story.proposals}
    found = chosen({iri: known[iri] for iri in known if iri in versions}, wanted)
    if found.iri not in versions:
        msg = f"{wanted!r} is no proposal; 'parley proposals' lists them"
        raise NotFoundError(msg)
    return versions[found.iri]
