"""Tell which reports are of one utterance, and how many of them are independent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

from graph.corpus import Corpus, evidence
from graph.in_line import Line
from graph.naming import digest, iri
from graph.reports import Report, alike, grouped, origins, reports
from graph.story import Judgement, SpeechAct, StoryStatement


def statement_iri(report: Report) -> str:
    """Return the IRI of one report."""
    first = report.statement.content[0]
    name = (
        f"{report.statement.speaker or 'somebody'} {' '.join(report.text.split()[:6])}"
    )
    spans = (f"{q.start}-{q.end}" for q in report.statement.content)
    article = report.reading.article.id
    return iri(
        "statement", name, article, str(first.start), *spans, report.statement.act
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Statements, the utterances behind them, and why reports were joined."""

    statements: tuple[StoryStatement, ...]
    speech_acts: tuple[SpeechAct, ...]
    judgements: tuple[Judgement, ...]
    iri_of: dict[tuple[str, str], str]
    said_on: dict[tuple[str, str], str | None]


def said(
    corpus: Corpus,
    *,
    kept_apart: Callable[[Report, Report], bool] = lambda _a, _b: False,
) -> Said:
    """Return what was said: each report, and each utterance with its reports."""
    found = reports(corpus)
    iri_of = {
        (report.reading.article.id, report.statement.id): statement_iri(report)
        for report in found
    }
    statements: list[StoryStatement] = []
    acts: list[SpeechAct] = []
    judgements: list[Judgement] = []
    said_on: dict[tuple[str, str], str | None] = {}
    for group in grouped(found, kept_apart=kept_apart):
        act = _speech_act(corpus, group, iri_of)
        acts.append(act)
        for report in group:
            statements.append(_statement(corpus, report, iri_of, act.iri))
            said_on[report.reading.article.id, report.statement.id] = act.date
        if len(group) > 1:
            judgements.append(_judgement(act, group, corpus.line))
    return Said(
        statements=tuple(sorted(statements, key=lambda s: (s.date or "9", s.iri))),
        speech_acts=tuple(sorted(acts, key=lambda a: (a.date or "9", a.iri))),
        judgements=tuple(judgements),
        iri_of=iri_of,
        said_on=said_on,
    )


def _statement(
    corpus: Corpus, report: Report, iri_of: dict[tuple[str, str], str], act: str
) -> StoryStatement:
    reading, told = report.reading, report.statement
    speaker = corpus.iri(reading, told.speaker_id, told.speaker)
    inside = iri_of.get((reading.article.id, told.inside)) if told.inside else None
    return StoryStatement(
        iri=iri_of[reading.article.id, told.id],
        speaker=corpus.name(speaker, told.speaker),
        speaker_iri=speaker,
        content=report.text,
        kind=told.kind,
        act=told.act,
        date=told.date,
        date_basis=told.date_basis,
        cue_kind=told.cue_kind,
        via=told.via,
        topics=told.topics,
        stance=told.stance,
        inside=inside,
        article=reading.article.id,
        speech_act=act,
        evidence=tuple(evidence(reading, q) for q in told.content),
        source=tuple(evidence(reading, q) for q in told.source),
        cue=tuple(evidence(reading, q) for q in told.cue),
        sentence=evidence(reading, told.sentence) if told.sentence else None,
    )


def _speech_act(
    corpus: Corpus, group: Sequence[Report], iri_of: dict[tuple[str, str], str]
) -> SpeechAct:
    def named(report: Report) -> tuple[bool, bool, tuple[str, str, str, int, str]]:
        return (
            not report.person,
            report.statement.kind == "indirect",
            report.place_in_line,
        )

    best = min(group, key=named)
    speaker = corpus.iri(
        best.reading, best.statement.speaker_id, best.statement.speaker
    )
    name = corpus.name(speaker, best.statement.speaker)
    text = shortened(best.text)
    members = tuple(sorted(iri_of[r.reading.article.id, r.statement.id] for r in group))
    dates = sorted(
        {r.statement.date for r in group if r.statement.date},
        key=lambda day: (-len(day), day),
    )
    topics = sorted({topic for r in group for topic in r.statement.topics})
    first = min(group, key=lambda report: report.place_in_line)
    anchor = iri_of[first.reading.article.id, first.statement.id]
    return SpeechAct(
        iri=iri("utterance", f"{name or 'somebody'} {text}", digest(anchor)),
        label=f"{name or 'Somebody'}: {text}",
        speaker=name,
        speaker_iri=speaker,
        date=dates[0] if dates else None,
        topics=tuple(topics),
        reports=members,
        origins=origins(group),
    )


def shortened(text: str, most: int = 90) -> str:
    """Return the text, cut after a whole word with an ellipsis where it is long.

    >>> shortened("no progress in the talks", most=14)
    'no progress…'
    """
    text = " ".join(text.split()).strip(' ,;:-—“”"')
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,;:-—") + "…"


def _judgement(act: SpeechAct, group: Sequence[Report], line: Line) -> Judgement:
    values = [
        value
        for one, other in combinations(group, 2)
        if (value := alike(one, other)) is not None
    ]
    mean = sum(sorted(values)) / len(values) if values else 0.0
    articles = len({report.reading.article.id for report in group})
    return Judgement(
        target=act.iri,
        rule="reports of one utterance",
        detail=(
            f"{len(group)} reports in {articles} article(s), the same speaker, days"
            f" that agree, contents alike ({mean:.2f}), {act.origins} independent"
        ),
        confidence=round(min(0.99, 0.5 + mean / 2), 2),
        evidence=line.sorted(
            evidence(r.reading, r.statement.content[0]) for r in group
        ),
    )
