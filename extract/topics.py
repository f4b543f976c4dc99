"""Which issues a text is about: topics from ``lexicon/topics.toml``.

Topics are read from words alone, so that a statement, a provision and an event
are told to be about the same thing in the same way. A disputed place becomes a
topic only where the text makes it the issue ("the status of X").
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

from extract.errors import LexiconError

#: What stands after these words is the price or the circumstance, not the matter.
ASIDE = re.compile(
    r"\b(?:in exchange for|in return for|if|unless|provided that|in case of|in the"
    r" event of|as long as|until|despite|without|instead of|rather than)\b",
    re.IGNORECASE,
)
#: How much of its weight a phrase keeps there.
ASIDE_SHARE = 0.45


#: What stands for a place's name while its frames are looked for.
PLACE: Final = "Qzplace"


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of one topic, as one pattern, with what a hit is worth."""

    topic: str
    weight: float
    pattern: re.Pattern[str]
    starts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Union:
    """A union or treaty that can be joined or left."""

    name: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class TopicLexicon:
    """Everything in ``topics.toml``, compiled."""

    topics: tuple[Phrases, ...]
    wide: frozenset[str]
    unions: tuple[Union, ...]
    joining: re.Pattern[str]
    joining_weight: float
    bare_weight: float
    place_frames: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """One phrase in the text: what it names and what it is worth."""

    topic: str
    start: int
    end: int
    worth: float


def phrase_pattern(phrase: str) -> str:
    """Return a regular expression for a lexicon phrase.

    >>> bool(re.fullmatch(phrase_pattern("reduc* ... offensive"),
    ...                   "reduction in the offensive"))
    True
    """
    out = []
    for word in phrase.split():
        if word == "...":
            out.append(r"(?:[\w.\u2019'-]+[\s-]+){0,4}?")
        elif word.endswith("*"):
            out.append(re.escape(word[:-1]) + r"\w*[\s-]+")
        else:
            out.append(re.escape(word) + r"[\s-]+")
    return re.sub(r"\[\\s-\]\+$", "", "".join(out))


def alternatives(phrases: Iterable[str], flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """Return one pattern for several phrases, longer ones tried first."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    joined = "|".join(phrase_pattern(phrase) for phrase in ordered)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", flags)


def starts_of(phrases: Iterable[str]) -> frozenset[str]:
    """Return the first letters of phrases, three where their first word has so many.

    A phrase can only stand where a word begins with them.
    """
    return frozenset(
        re.split(r"[^\w]", phrase.lower(), maxsplit=1)[0][:3] for phrase in phrases
    )


def union_pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for a union's names, capitals as written."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, ordered)) + r")(?!\w)")


@cache
def topic_lexicon() -> TopicLexicon:
    """Read ``lexicon/topics.toml`` once.

    Raises:
        LexiconError: the file is not what it should be.
    """
    source = files("extract").joinpath("lexicon", "topics.toml")
    try:
        table: Mapping[str, Any] = tomllib.loads(source.read_text(encoding="utf-8"))
        accession = table["accession"]
        return TopicLexicon(
            topics=tuple(
                Phrases(
                    name,
                    entry.get("weight", 1.0),
                    alternatives(entry["phrases"]),
                    starts_of(entry["phrases"]),
                )
                for name, entry in sorted(table["topics"].items())
            ),
            wide=frozenset(
                name for name, entry in table["topics"].items() if entry.get("wide")
            ),
            unions=tuple(
                Union(name, union_pattern(names))
                for name, names in sorted(accession["unions"].items())
            ),
            joining=alternatives(accession["words"]),
            joining_weight=accession["weight"],
            bare_weight=accession["bare_weight"],
            place_frames=tuple(
                re.compile(frame.replace("{}", rf"(?:the |The )?{PLACE}(?!\w)"))
                for frame in table["places"]["frames"]
            ),
        )
    except (KeyError, TypeError, tomllib.TOMLDecodeError, re.error) as error:
        msg = f"lexicon/topics.toml cannot be read: {error}"
        raise LexiconError(msg) from error


def union_hits(text: str, lexicon: TopicLexicon) -> list[Hit]:
    """Return a hit for each union that is named, heavier where it is joined."""
    hits = []
    joins = list(lexicon.joining.finditer(text))
    for union in lexicon.unions:
        for found in union.pattern.finditer(text):
            near = any(
                0 <= found.start() - join.end() <= 40
                or 0 <= join.start() - found.end() <= 25
                for join in joins
            )
            topic = f"{union.name} accession" if near else union.name
            worth = lexicon.joining_weight if near else lexicon.bare_weight
            hits.append(Hit(topic, found.start(), found.end(), worth))
    return hits


def phrase_hits(text: str, lexicon: TopicLexicon) -> list[Hit]:
    """Return the hits of all phrases, without those inside a longer one."""
    words = set(re.findall(r"\w+", text.lower()))
    begun = {"", *(w[:n] for w in words for n in (1, 2, 3))}
    hits = [
        Hit(
            phrases.topic,
            found.start(),
            found.end(),
            phrases.weight * (1 + 0.2 * len(re.findall(r"[\s-]+", found.group()))),
        )
        for phrases in lexicon.topics
        if not begun.isdisjoint(phrases.starts)
        for found in phrases.pattern.finditer(text)
    ]
    return [
        hit
        for hit in hits
        if not any(
            other.start <= hit.start
            and hit.end <= other.end
            and (other.end - other.start) > (hit.end - hit.start)
            for other in hits
        )
    ]


def strengths(text: str) -> dict[str, float]:
    """Return how strongly a text is about each topic that it names."""
    lexicon = topic_lexicon()
    asides = [found.end() for found in ASIDE.finditer(text)]
    start_aside = asides[0] if asides and asides[0] < 12 else None
    out: dict[str, float] = {}
    for hit in (*phrase_hits(text, lexicon), *union_hits(text, lexicon)):
        worth = hit.worth - 0.15 * hit.start / max(1, len(text))
        if aside(text, hit.start, asides, start_aside):
            worth *= ASIDE_SHARE
        out[hit.topic] = max(out.get(hit.topic, 0.0), worth) + (
            0.05 if hit.topic in out else 0.0
        )
    return out


def aside(text: str, start: int, asides: list[int], leading: int | None) -> bool:
    """True where a place in the text belongs to its condition or its price.

    A leading condition ("In case of war, consultations ...") ends at the comma.
    """
    if leading is not None and start >= leading:
        comma = text.find(",", leading)
        if comma == -1 or start < comma:
            return True
        return any(leading < end <= start for end in asides)
    return any(end <= start for end in asides)


def words_of(text: str, topic: str) -> tuple[tuple[int, int], ...]:
    """Return where the words stand that name a topic in a text, in order.

    >>> words_of("a ban on outsourcing", "job security")
    ((9, 20),)
    """
    hits = phrase_hits(text, topic_lexicon())
    return tuple(sorted((hit.start, hit.end) for hit in hits if hit.topic == topic))


@lru_cache(maxsize=4096)
def topics_of(text: str) -> tuple[str, ...]:
    """Return the topics of a text, strongest first, equals by name.

    >>> topics_of("a commitment to permanent neutrality in exchange for"
    ...           " security guarantees")
    ('neutrality', 'security guarantees')
    >>> topics_of("The weather was fine.")
    ()
    """
    found = strengths(text)
    return tuple(sorted(found, key=lambda topic: (-round(found[topic], 3), topic)))


def main_topic(text: str) -> str | None:
    """Return the strongest topic of a text, ``None`` where it has none.

    >>> main_topic("a 2.5 percent wage rise")
    'wages'
    """
    return next(iter(topics_of(text)), None)


def disputed_places(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return those places that the text makes the issue, in order of naming.

    Args:
        text: a statement's content or a provision.
        names: words that name places in it, as the article spells them.

    >>> disputed_places("a vote on the status of Ruritania, held in Strelsau",
    ...                 ("Ruritania", "Strelsau"))
    ('Ruritania',)
    """
    frames = topic_lexicon().place_frames
    out: dict[str, int] = {}
    for name in names:
        if name not in text:
            continue
        marked = text.replace(name, PLACE)
        if any(frame.search(marked) for frame in frames):
            out[name] = text.find(name)
    return tuple(sorted(out, key=lambda name: (out[name], name)))
