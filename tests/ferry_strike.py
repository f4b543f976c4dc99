"""A made-up negotiation, as readings: a ferry line and its union in four papers."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from extract.records import (
    Article,
    Deviation,
    Entity,
    EventMention,
    LinkMention,
    Mention,
    Proposal,
    Provision,
    Quoted,
    Reading,
    Statement,
)
from extract.topics import topics_of

PERSONS = {"Ivo Dahl": "Norlink", "Mara Teke": "Seafarers' Union"}
PARTIES = ("Norlink", "Seafarers' Union")
PLACES = ("Port Vell", "Osterby")


@dataclass
class Paper:
    """An article under annotation: spans are found by their words."""

    file: str
    published: str | None
    text: str
    outlet: str = ""
    events: list[EventMention] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    deviations: list[Deviation] = field(default_factory=list)
    links: list[LinkMention] = field(default_factory=list)

    def at(self, words: str) -> Quoted:
        start = self.text.index(words)
        return Quoted(start=start, end=start + len(words), text=words)

    def ids(self, names: tuple[str, ...]) -> tuple[str | None, ...]:
        known = {entity.name: entity.id for entity in self.entities()}
        return tuple(known.get(name) for name in names)

    def event(self, kind: str, words: str, **known: Any) -> Paper:
        who, where = known.pop("who", ()), known.pop("where", ())
        known.setdefault("label", f"{kind} {words}")
        known.setdefault("last", known.get("begin"))
        more = known.pop("also", ())
        self.events.append(
            EventMention(
                id=f"v{len(self.events)}",
                type=kind,
                participants=who,
                participant_ids=self.ids(who),
                places=where,
                place_ids=self.ids(where),
                mentions=(self.at(words), *(self.at(other) for other in more)),
                **known,
            )
        )
        return self

    def says(self, speaker: str | None, words: str, **known: Any) -> Paper:
        known.setdefault("topics", topics_of(words))
        known.setdefault("kind", "indirect")
        self.statements.append(
            Statement(
                id=f"s{len(self.statements)}",
                speaker=speaker,
                speaker_id=self.ids((speaker,))[0] if speaker else None,
                content=(self.at(words),),
                **known,
            )
        )
        return self

    def proposal(self, words: str, terms: dict[str, str], **known: Any) -> Paper:
        who = known.pop("proposer", None)
        known.setdefault("label", words)
        self.proposals.append(
            Proposal(
                id=f"p{len(self.proposals)}",
                proposer=who,
                proposer_id=self.ids((who,))[0] if who else None,
                mentions=(self.at(words),),
                provisions=tuple(
                    Provision(quoted=self.at(term), topic=topic, topics=(topic,))
                    for term, topic in terms.items()
                ),
                **known,
            )
        )
        return self

    def deviation(self, words: str, **known: Any) -> Paper:
        old = known.pop("old", None)
        self.deviations.append(
            Deviation(
                id=f"d{len(self.deviations)}",
                new=self.at(words),
                old=self.at(old) if old else None,
                **known,
            )
        )
        return self

    def entities(self) -> tuple[Entity, ...]:
        found = []
        for name in (*PARTIES, *PERSONS, *PLACES):
            last = name.split()[-1] if name in PERSONS else name
            spans = [m.span() for m in re.finditer(re.escape(last), self.text)]
            if spans:
                kind = (
                    "party"
                    if name in PARTIES
                    else "place"
                    if name in PLACES
                    else "person"
                )
                found.append((name, kind, spans))
        ids = {name: f"e{i}" for i, (name, _, _) in enumerate(found)}
        return tuple(
            Entity(
                id=ids[name],
                kind=kind,
                name=name,
                affiliation=ids.get(PERSONS.get(name, "")),
                mentions=tuple(
                    Mention(quoted=Quoted(start=s, end=e, text=self.text[s:e]))
                    for s, e in spans
                ),
            )
            for name, kind, spans in found
        )

    def reading(self) -> Reading:
        ends = [m.end() for m in re.finditer(r"\.\s+", self.text)]
        starts = [0, *ends]
        return Reading(
            article=Article(
                file=self.file,
                id=hashlib.sha256(self.text.encode()).hexdigest()[:16],
                published=date.fromisoformat(self.published)
                if self.published
                else None,
                published_basis="manifest" if self.published else None,
                publisher=self.outlet or self.file,
                text=self.text,
            ),
            entities=self.entities(),
            statements=tuple(self.statements),
            events=tuple(self.events),
            proposals=tuple(self.proposals),
            deviations=tuple(self.deviations),
            links=tuple(self.links),
            sentences=tuple(zip(starts, [*ends, len(self.text)], strict=True)),
        )


def morning_post() -> Paper:
    paper = Paper(
        "morning.txt",
        "2031-05-07",
        "Norlink and the Seafarers' Union held talks in Port Vell on Tuesday. "
        "The Seafarers' Union put its first draft: a wage rise of 4 percent and a rest"
        " period of 11 hours. "
        "Norlink pledged to halt the lockout of crews in Osterby. "
        "Dahl, for Norlink, said there is no progress in the talks.",
        "Morning Post",
    )
    union, line = ("Seafarers' Union",), ("Norlink",)
    paper.event(
        "talks",
        "talks in Port Vell on Tuesday",
        begin="2031-05-06",
        who=("Norlink", "Seafarers' Union"),
        where=("Port Vell",),
        label="Talks in Port Vell",
    )
    paper.event("proposal", "put its first draft", begin="2031-05-06", who=union)
    paper.event("pledge", "pledged to halt the lockout", begin="2031-05-06", who=line)
    paper.says("Ivo Dahl", "there is no progress in the talks", date="2031-05-07")
    return paper.proposal(
        "its first draft",
        {"a wage rise of 4 percent": "wages", "a rest period of 11 hours": "rest"},
        proposer="Seafarers' Union",
        date="2031-05-06",
        version="first draft",
        event="v1",
    )


def evening_news() -> Paper:
    paper = Paper(
        "evening.txt",
        "2031-05-07",
        'Dahl of Norlink saw no breakthrough. "We cannot see any advance," he said. '
        "At the talks in Port Vell the Seafarers' Union proposed a minimum crew of nine"
        ". "
        "Teke of the Seafarers' Union spoke of progress in the talks. "
        "Despite the promise by Norlink to end the lockout, crews were locked out"
        " in Osterby.",
        "Evening News",
    )
    paper.event("talks", "talks in Port Vell", where=("Port Vell",), label="Talks")
    paper.event(
        "proposal", "proposed a minimum crew of nine", who=("Seafarers' Union",)
    )
    paper.event("pledge", "promise by Norlink to end the lockout", who=("Norlink",))
    paper.says(
        "Ivo Dahl", "We cannot see any advance", date="2031-05-07", kind="direct"
    )
    paper.says("Mara Teke", "progress in the talks", date="2031-05-07")
    return paper.proposal(
        "proposed a minimum crew of nine",
        {"a minimum crew of nine": "crew"},
        proposer="Seafarers' Union",
        event="v1",
    )


def harbour_gazette() -> Paper:
    paper = Paper(
        "gazette.txt",
        "2031-05-16",
        "Talks between Norlink and the Seafarers' Union are deadlocked, Dahl said on"
        " Friday. The Seafarers' Union has gone back on what was agreed in Port Vell. "
        "On Thursday he said the new draft sent on Wednesday deviated from the earlier"
        " one. The earlier one asked for a rest period of 11 hours. The new one asks"
        " for a rest period of 13 hours.",
        "Harbour Gazette",
    )
    dahl = ("Ivo Dahl",)
    paper.event(
        "talks", "what was agreed in Port Vell", where=("Port Vell",), label="Talks"
    )
    paper.event("impasse", "deadlocked", begin="2031-05-16", who=dahl, label="Deadlock")
    paper.event(
        "proposal", "sent on Wednesday", begin="2031-05-14", who=("Seafarers' Union",)
    )
    paper.event("deviation", "deviated from the earlier", begin="2031-05-15", who=dahl)
    paper.says(
        "Ivo Dahl", "the new draft sent on Wednesday deviated", date="2031-05-15"
    )
    paper.proposal(
        "the earlier",
        {"a rest period of 11 hours": "rest"},
        proposer="Seafarers' Union",
        version="earlier",
    )
    paper.proposal(
        "the new draft",
        {"a rest period of 13 hours": "rest"},
        proposer="Seafarers' Union",
        date="2031-05-14",
        version="new draft",
        event="v2",
        revises="p0",
    )
    return paper.deviation(
        "a rest period of 13 hours",
        old="a rest period of 11 hours",
        topic="rest",
        kind="changed",
        source="p0",
        target="p1",
        claimed_by="Ivo Dahl",
        statement="s0",
        date="2031-05-15",
    )


def weekly_review() -> Paper:
    paper = Paper(
        "weekly.txt",
        "2031-09-05",
        "There is no sign of new talks between Norlink and the Seafarers' Union, Dahl"
        " said on Friday.",
        "Weekly Review",
    )
    return paper.event(
        "impasse",
        "no sign of new talks",
        begin="2031-09-05",
        who=("Ivo Dahl",),
        label="No sign of new talks",
    )


def ferry_strike() -> tuple[Reading, ...]:
    """Return the four readings."""
    papers = (morning_post(), evening_news(), harbour_gazette(), weekly_review())
    return tuple(paper.reading() for paper in papers)
