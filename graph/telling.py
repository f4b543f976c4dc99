"""One telling of an event in one article, ready to be compared with others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from extract.records import EventMention, Modality, Quoted, Reading
from graph.corpus import Corpus, order, sentence_at
from graph.days import Days, days
from graph.families import RECURRING
from graph.lasting import STRIKE, Bound, bound, brief, first_day
from graph.naming import slug
from graph.wording import Wording, wording, wording_of

#: How long before its telling a thing may have happened that is told as news,
LATE: Final = timedelta(days=2)
#: and a proposal that a report has "offered" or "proposed", still on the table.
TABLED: Final = timedelta(days=30)
_SPELT: Final = {
    word: str(number)
    for number, word in enumerate(
        ("three", "four", "five", "six", "seven", "eight", "nine", "ten"), start=3
    )
}
#: What follows on a walkout from talks.
_FROM: Final = re.compile(r"\s+(?:from|of|out|by (?:the )?\w+ (?:side|delegat))", re.I)
#: Words for more than one round of talks, or one try.
_SEVERAL: Final = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|several|many|"
    r"previous|earlier|past) (?:[a-z]+ ){0,2}(?:rounds|attempts|sessions|meetings)\b",
    re.I,
)
_NEXT: Final = re.compile(r"[ \n]\w+")
_NUMBER: Final = re.compile(
    rf"\b(?:\d+(?:[.,]\d+)*|{'|'.join(_SPELT)})\b", re.IGNORECASE
)
#: Basis of a day that is that of talks which something was done at.
AT_TALKS: Final = "at the talks of those days"
#: Basis of a day that is that of a report in the perfect.
NEW: Final = "told as new in the report"
#: Types of what is done by saying it.
SPOKEN: Final = frozenset({"impasse", "deviation", "rejection", "pledge", "statement"})


#: Types that reports of them are later than.
DONE: Final = frozenset({"proposal", "talks", "agreement", "signing", "meeting"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An event as one article tells it, with what names in it stand for.

    Attributes:
        days: when it happened, as far as this telling says.
        basis: where ``days`` come from, in words.
        told: the day as the article has it, where that is only the day of telling;
            ``days`` then reach back a little, since news can be late.
        sides: keys of the sides that took part, through their people.
        actors: keys of everybody who took part.
        places: keys of its places.
        countries: countries that its places lie in.
        lands: those of them that are named themselves.
        words: what its words say.
        around: what the sentences around its words say.
        numbers: numbers it is told with, none of a date: small ones in its own words,
            others anywhere in its sentences.
        described: those of the sides that only a common noun names ("workers").
        end: which end of an event that goes on for days ``days`` are, if any.
        brief: how long a strike goes on that is told to be short.
        reached: the day by which ``days`` are counted ("its eleventh day").
        triggers: stems and classes of the words that tell it.
        place_in_line: sorts tellings: day of publication, article, offset.
    """

    reading: Reading
    mention: EventMention
    days: Days | None
    basis: str = ""
    told: Days | None = None
    sides: frozenset[str]
    actors: frozenset[str]
    places: frozenset[str]
    countries: frozenset[str]
    lands: frozenset[str] = frozenset()
    words: Wording
    around: Wording
    numbers: frozenset[str] = frozenset()
    triggers: frozenset[str] = frozenset()
    described: frozenset[str] = frozenset()
    end: Bound | None = None
    brief: timedelta | None = None
    reached: date | None = None

    @property
    def modality(self) -> Modality:
        """Return how sure it is: what is to be after its article is only planned."""
        published = self.reading.article.published
        ahead = published and self.days and self.days.begin > published
        told = self.mention.modality
        return "planned" if ahead and told == "actual" else told

    @property
    def is_strike(self) -> bool:
        """Tell whether workers leave their work, not a delegation its talks."""
        told_by, kind = self.triggers, self.mention.type
        if kind == "other":
            return "*strike" in told_by or self.mention.label.startswith("Strike")
        work = "*attack" in told_by or "*leave" not in told_by  # "strike", "stoppage"
        return kind == "walkout" and "*strike" in told_by and work

    @property
    def beside(self) -> frozenset[str]:
        """Return the keys of all that its sentences name."""
        return _named_in(self.around.words)

    @property
    def headline(self) -> bool:
        """Tell whether only the headline tells it."""
        titles = [b for b in self.reading.article.blocks if b.kind == "title"]
        return all(
            any(b.start <= m.start < b.end for b in titles)
            for m in self.mention.mentions
        )

    @property
    def several(self) -> bool:
        """Tell whether it is of several at once: "three previous rounds"."""
        return any(_is_of_several(m.text) for m in self.mention.mentions)

    @property
    def lasting(self) -> str:
        """Return as what it goes on for days: its type, or a strike."""
        return STRIKE if self.is_strike else self.mention.type

    @property
    def recurs(self) -> bool:
        """Tell whether it is one of many in a short time: a day says little of it."""
        return self.mention.type in RECURRING and not self.is_strike

    @property
    def place_in_line(self) -> tuple[str, str, str, int, str]:
        """Return what tellings are sorted by."""
        return (*order(self.reading), self.mention.mentions[0].start, self.mention.id)

    @property
    def at(self) -> tuple[str, str]:
        """Return the article's id and the record's."""
        return (self.reading.article.id, self.mention.id)

    def dated(self, when: Days, basis: str) -> Telling:
        """Return the telling with days taken from something else."""
        return replace(self, days=when, basis=basis, told=None)


@lru_cache(maxsize=20_000)
def _named_in(bag: frozenset[str]) -> frozenset[str]:
    """Return the keys of the entities in a bag of words."""
    return frozenset(word[1:] for word in bag if word.startswith("@"))


@lru_cache(maxsize=20_000)
def _is_of_several(text: str) -> bool:
    return _SEVERAL.search(text) is not None


def tellings(
    corpus: Corpus, said_on: Mapping[tuple[str, str], str | None]
) -> list[Telling]:
    """Return every telling of every event in reading order.

    Args:
        corpus: the readings.
        said_on: article id and statement id -> day of the utterance, from whichever
            report gives it. What is done by saying it is of that day.
    """
    found = []
    for reading in corpus.readings:
        for mention in reading.events:
            telling = _telling(corpus, reading, mention)
            key = (reading.article.id, mention.statement or "")
            spoken = days(said_on.get(key))
            if telling.days is None and spoken and mention.type in SPOKEN:
                telling = telling.dated(spoken, "day of the statement")
            found.append(telling)
    striking = {t.reading.article.id for t in found if t.is_strike}
    found = [_struck(t) if t.reading.article.id in striking else t for t in found]
    return sorted(found, key=lambda telling: telling.place_in_line)


def _struck(telling: Telling) -> Telling:
    """Return "the walkout" as one of workers where it is not one from talks."""
    text = telling.reading.article.text
    noun = telling.mention.type == "walkout" and "*strike" in telling.triggers
    if not noun or any(_FROM.match(text, t.end) for t in telling.mention.triggers):
        return telling
    struck = replace(telling, triggers=telling.triggers - {"*leave"})
    at_talks = telling.mention.date_basis == AT_TALKS  # of a delegation's walkout
    return replace(struck, days=None, told=None, basis="") if at_talks else struck


def _through_midnight(when: Days | None, mention: EventMention) -> Days | None:
    """Return a day with those beside it for a truce from midnight on: of which day?"""
    if mention.type != "ceasefire" or "midnight" not in mention.date_basis.lower():
        return when
    if when is None or when.length > 1:
        return when
    return Days(when.begin - timedelta(days=1), when.last + timedelta(days=1))


def _only_of_telling(reading: Reading, mention: EventMention) -> bool:
    """Tell whether an event has no day but that of its telling."""
    if mention.date_basis == "told as the news of the day":
        return True
    if mention.date_basis == NEW and mention.type == "proposal":
        return True
    if mention.date_basis != "day of the statement":
        return False
    told_on = next(
        (s.date_basis for s in reading.statements if s.id == mention.statement), None
    )
    return told_on == "published" or (mention.type in DONE and told_on != "clause")


def _ids(ids: tuple[str | None, ...], names: tuple[str, ...]) -> list[str | None]:
    return [ids[i] if i < len(ids) else None for i in range(len(names))]


def _telling(corpus: Corpus, reading: Reading, mention: EventMention) -> Telling:
    actors: set[str] = set()
    sides: set[str] = set()
    described: set[str] = set()
    known = _ids(mention.participant_ids, mention.participants)
    for name, entity in zip(mention.participants, known, strict=True):
        iri = corpus.iri(reading, entity, name)
        actors.add(corpus.key(iri) if iri else slug(name))
        side = corpus.side_key(iri) if iri else slug(name)
        sides.add(side)
        if (corpus.name(iri, name) or name).islower():
            described.add(side)
    places: set[str] = set()
    countries: set[str] = set()
    lands: set[str] = set()
    known = _ids(mention.place_ids, mention.places)
    for name, entity in zip(mention.places, known, strict=True):
        iri = corpus.iri(reading, entity, name)
        places.add(corpus.key(iri) if iri else slug(name))
        place = corpus.entities.get(iri or "")
        if place and place.country:
            countries.add(place.country)
            if corpus.is_country(iri):
                lands.add(place.country)
    named = corpus.named.get(reading.article.id, ())
    sentences = {
        (s.start, s.end): s
        for s in (sentence_at(reading, m.start, m.end) for m in mention.mentions)
    }
    when = _through_midnight(days(mention.begin, mention.last), mention)
    late = when is not None and _only_of_telling(reading, mention)
    on_table = mention.type == "proposal" and mention.date_basis == NEW
    reach = TABLED if on_table else LATE
    told = Telling(
        reading=reading,
        mention=mention,
        days=Days(when.begin - reach, when.last) if when and late else when,
        told=when if late else None,
        basis=mention.date_basis,
        sides=frozenset(sides),
        actors=frozenset(actors),
        places=frozenset(places),
        countries=frozenset(countries),
        lands=frozenset(lands),
        words=wording_of(reading, mention.mentions, named),
        around=wording_of(reading, sentences.values(), named),
        triggers=_told_by(reading, mention.triggers),
        described=frozenset(described),
        numbers=_numbers(reading, mention.mentions, few=False)
        | _numbers(reading, sentences.values(), few=True),
    )
    end = bound(reading, mention, told.lasting)
    if not told.is_strike:
        return replace(told, end=end)
    words = [*sentences.values(), *mention.mentions]
    short = min((d for q in words if (d := brief(q.text))), default=None)
    first = first_day(mention, when) if when and end == "midst" else None
    if first is not None:  # "the strike entered its second day"
        last = when.last if when else None
        return replace(told, days=first, end="began", brief=short, reached=last)
    return replace(told, end=end, brief=short)


def _told_by(reading: Reading, triggers: Iterable[Quoted]) -> frozenset[str]:
    """Return what words tell an event by, with the word after each ("called off")."""
    text = reading.article.text
    found: set[str] = set()
    for trigger in triggers:
        after = _NEXT.match(text, trigger.end)
        alone = wording(trigger.text).words
        follows = wording(after.group()).words if after else frozenset()
        both = wording(trigger.text + (after.group() if after else "")).words
        found |= alone | {w for w in both - follows if w.startswith("*")}
    return frozenset(found)


def _numbers(reading: Reading, spans: Iterable[Quoted], *, few: bool) -> frozenset[str]:
    """Return the numbers in spans that are no part of a date.

    Args:
        reading: the article.
        spans: where to look.
        few: leave out those below ten.
    """
    dates = [t.quoted for t in reading.times if t.type in {"DATE", "TIME"}]
    found = set()
    for span in spans:
        for match in _NUMBER.finditer(span.text):
            start = span.start + match.start()
            written = match.group().lower().replace(",", "").rstrip(".")
            if any(d.start <= start < d.end for d in dates):
                continue
            number = _SPELT.get(written, written)
            if len(number) > 1 or (not few and number not in {"0", "1", "2"}):
                found.add(number)
    return frozenset(found)
