"""The main line of a negotiation as text for a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from extract.records import Article
from graph.story import Evidence, Story
from graph.wording import stem
from graph.wording import words as words_of

#: A quoted line is cut to about this many characters around its words.
WIDTH: Final = 180
#: No sentence ends behind an initial ("M. Sousa", "U.S. officials") or a title.
_TITLES: Final = (
    "Mr",
    "Ms",
    "Mrs",
    "Dr",
    "St",
    "Sen",
    "Rep",
    "Gov",
    "Gen",
    "Col",
    "Lt",
)
_STOP: Final = re.compile(
    r"(?<![^\w][A-Z](?=\.))"
    + "".join(rf"(?<!\b{title}(?=\.))" for title in _TITLES)
    + r"[.!?][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]?[A-Z0-9])"
)


def main_line(story: Story) -> str:
    """Return one stanza a thing on the main line: date, label, who, evidence."""
    stanzas = list(_stanzas(story))
    if not stanzas:
        return (
            "No main line: the articles tell too few dated events. "
            "'parley timeline' shows what was read."
        )
    return "\n\n".join(stanzas)


def sentence(article: Article, words: Evidence) -> str:
    """Return the sentence that words stand in, on one line, cut to ``WIDTH``."""
    text = article.text
    block = next(
        (b for b in article.blocks if b.start <= words.start and words.end <= b.end),
        None,
    )
    start, end = (block.start, block.end) if block else (words.start, words.end)
    for stop in _STOP.finditer(text, start, words.end):
        if stop.end() <= words.start:
            start = stop.end()
    after = _STOP.search(text, max(words.end - 1, start), end)
    if after:
        end = after.end()
    before = after_it = ""
    if end - start > WIDTH:
        first, last = start, end
        start = max(start, min(words.start - 40, end - WIDTH))
        end = min(end, max(words.end, start + WIDTH))
        while first < start < words.start and not text[start - 1].isspace():
            start += 1
        while words.end < end < last and not text[end].isspace():
            end -= 1
        before = "... " if start > first else ""
        after_it = " ..." if end < last else ""
    line = " ".join(re.sub(r"<[^<>]*>", " ", text[start:end]).split())
    return f"{before}{line}{after_it}"


def _stanzas(story: Story) -> Iterator[str]:
    articles = {article.id: article for article in story.articles}
    events = {event.iri: event for event in story.events}
    proposals = {proposal.iri: proposal for proposal in story.proposals}
    deviations = {deviation.iri: deviation for deviation in story.deviations}
    shown: set[str] = set()
    for node in story.main_line:
        if node in events:
            event = events[node]
            date, label = event.begin, event.label
            who = ", ".join(event.participant_names)
            evidence = event.evidence
        elif node in proposals:
            proposal = proposals[node]
            date, label = proposal.date, proposal.label
            who, evidence = proposal.proposer or "", proposal.evidence
        elif node in deviations:
            deviation = deviations[node]
            date, label = deviation.date, f"{deviation.topic}: {deviation.kind}"
            who, evidence = deviation.claimed_by or "", (deviation.new,)
        else:
            continue
        yield "\n".join(_lines(articles, date, label, who, evidence, shown))


def _lines(
    articles: dict[str, Article],
    date: str | None,
    label: str,
    who: str,
    evidence: tuple[Evidence, ...],
    shown: set[str],
) -> Iterator[str]:
    """Yield the lines of a stanza, with a sentence that none before it shows if any."""
    yield f"{date or 'undated':<12}{label}"
    if who:
        yield f"{'':<12}{who}"
    asked = {stem(word) for word in words_of(label)} - {"the", "of", "by", "in", "and"}
    ranked = sorted(
        evidence,
        key=lambda e: (
            not asked & {stem(word) for word in words_of(e.text)},
            -min(len(e.text), 90),
        ),
    )
    lines = {words: sentence(articles[words.article], words) for words in ranked}
    best = next((words for words in ranked if lines[words] not in shown), ranked[0])
    line = lines[best]
    if line in shown:  # one sentence tells both: its words for this one
        line = f"... {' '.join(best.text.split())} ..."
    shown.add(line)
    article = articles[best.article]
    outlet = article.publisher or article.file
    told = len({e.article for e in evidence})
    more = f" and {told - 1} more" if told > 1 else ""
    name = article.file if outlet == article.file else f"{outlet}, {article.file}"
    quoted = line if line.startswith(("“", '"', "«")) else f"“{line}”"
    yield f"{'':<12}{quoted} ({name}{more})"
