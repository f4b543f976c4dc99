"""Name a merged event by what all its tellings know: who, on what, where, how sure.

Each telling has a label of its own; the one that says most gives the words for what
happened, and names, topic, place and modality come from the whole event.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extract.label_words import listed, marked, unmarked
from extract.records import Modality
from graph.called import says_who
from graph.corpus import Corpus, sentence_at
from graph.families import WHOEVER
from graph.naming import slug
from graph.story import StoryDeviation, StoryEvent, StoryProposal
from graph.tails import TAILED, tail
from graph.telling import Telling
from graph.wording import stem

#: Topics that a place named with them stands for.
GROUND: Final = frozenset({"territory", "status", "sovereignty", "borders"})
#: Types whose label names the sides rather than the people who act for them.
JOINT: Final = frozenset({"agreement", "signing", "ceasefire"})
#: Types whose label says by whom, on what and, of joint ones, where.
DONE_BY: Final = JOINT | {
    *("mobilization", "pledge", "proposal", "rejection"),
    *("sanction", "statement", "vote", "walkout"),
}
#: Topics that only say that there is a negotiation.
TALKS: Final = frozenset({"talks", "negotiations", "resumption of talks"})
#: Topics that say what goes on beside, not what something is on; a vote is on them.
BESIDE: Final = frozenset({"strike", "armed offensive"})
#: Names at most in a label.
MOST: Final = 2
_ROUND: Final = re.compile(r"\w+ round of ")
#: What is done to a place, not on it.
_OF: Final = re.compile(
    r"^((?:\w+ )?(?:shelling|bombardment|invasion|siege)) on ", re.I
)
_IN: Final = re.compile(
    r"^((?:\w+ )?(?:blasts?|explosions?|bombings?|bomb attacks?)) on ", re.I
)
_LOWER: Final = re.compile(r"(?<![\w'’-])[a-z]+(?![\w'’-])")
#: A body that meets by itself: "meeting of the Security Council".
_SITS: Final = re.compile(r"(?:ing|nce|ession|ummit) .*(?:ouncil|ommi\w+|tion|eague)")
#: How something that is told without its place went on.
_WENT_ON: Final = re.compile(
    r"\s(intensified|continued|resumed|escalated|subsided|spread|stopped|ceased)\b"
)


def title(
    corpus: Corpus,
    told: Sequence[Telling],
    kind: str,
    modality: Modality,
    places: Sequence[str],
) -> str:
    """Return the label of an event.

    Args:
        corpus: the readings, for who is behind a name.
        told: its tellings, sorted.
        kind: its type.
        modality: how sure all tellings together make it.
        places: names of its places.
    """
    fitting = [t for t in told if t.mention.type == kind]
    label = unmarked(_best(fitting))
    if kind == "talks":
        label = _of_talks(corpus, told, label, places)
    elif _is_clause(label, fitting):
        pass
    elif kind in DONE_BY and " sees " not in label and ":" not in label:
        label = _done_by(corpus, fitting, label, kind, places)
    elif kind == "attack":
        label = _IN.sub(r"\1 in ", _OF.sub(r"\1 of ", label))
        label += "" if " " in label else _went_on(fitting)
    elif kind == "other" and all(t.is_strike for t in fitting):
        label = _done_by(corpus, fitting, label, kind, places)
    elif kind == "other":
        label = _without_topic(label, fitting)
    label = _in_capitals(told, _in_one_spelling(corpus, told, label))
    return marked(label, kind, modality)


def titled(
    events: Sequence[StoryEvent],
    proposals: Sequence[StoryProposal],
    deviations: Sequence[StoryDeviation] = (),
) -> tuple[StoryEvent, ...]:
    """Return events, each named as what it puts or claims is named.

    That of putting a proposal is called what the proposal is called; a claim that a
    version deviates says on what.
    """
    names = {p.event: p.label for p in proposals if p.event is not None and p.label}
    topics: dict[str, list[str]] = {}
    for claim in deviations:
        if claim.event and claim.topic not in topics.setdefault(claim.event, []):
            topics[claim.event].append(claim.topic)

    def label(event: StoryEvent) -> str:
        if event.type == "proposal" and event.iri in names:
            return names[event.iri][:1].upper() + names[event.iri][1:]
        claimed = topics.get(event.iri, [])
        if event.type == "deviation" and claimed and " on " not in event.label:
            return f"{event.label} on {listed(claimed[: MOST + 1])}"
        return event.label

    return tuple(replace(event, label=label(event)) for event in events)


def _best(told: Sequence[Telling]) -> str:
    """Return the label that says most: most names in it, then most often told."""
    counts = Counter(t.mention.label for t in told)

    def rank(label: str) -> tuple[bool, bool, int, int, int, str]:
        capitals = len(re.findall(r"\b[A-Z]\w+", label))
        of_a_round = _ROUND.match(label) is None
        most = (-capitals, -counts[label], len(label), label)
        return (len(label) > 90, of_a_round, *most)

    return min(counts, key=rank)


def _of_talks(
    corpus: Corpus, told: Sequence[Telling], label: str, places: Sequence[str]
) -> str:
    """Return the label of talks: kind, both sides where known, and the place."""
    names = {
        word.lower()
        for t in told
        for name in t.mention.participants
        for word in name.split()
    }
    people = [corpus.is_person(iri) for t in told for iri, _ in _taking_part(corpus, t)]
    ordinal = _ROUND.match(label)
    head = label[ordinal.end() :] if ordinal else label
    head = re.split(r" (?:with|of|in) ", head)[0]
    noun: list[str] = []
    for i, word in reversed(list(enumerate(head.split()))):
        plain = word.islower() or (i == 0 and not ordinal and word[1:].islower())
        if not plain or names & set(word.lower().split("-")):
            break
        noun.insert(0, word.lower() if word[1:].islower() else word)
    everybody = [side for side in _sides(corpus, told) if slug(side) not in WHOEVER]
    sides = [side for side in everybody if side not in places]
    sides = everybody if len(sides) < MOST <= len(everybody) else sides
    nobody = names & WHOEVER and not sides
    if not noun or (all(people) and not nobody) or not (sides or nobody):
        where = [
            place for place in places[:1] if place not in label and " in " not in label
        ]
        return label + (f" in {where[0]}" if where and ordinal else "")
    text = " ".join(noun)
    if len(sides) == MOST and all(_is_short(side) for side in sides):
        text = f"{'-'.join(sides)} {text}"
    elif sides:
        alone = len(sides) == 1 and not _SITS.search(f"{text} {sides[0]}")
        text += f" {'with' if alone else 'of'} {listed(sides[: MOST + 1])}"
    text = f"{ordinal.group()}{text}" if ordinal else text[:1].upper() + text[1:]
    return text + (f" in {listed(places[:1])}" if places else "")


def _is_short(name: str) -> bool:
    """Tell whether a name can stand before a hyphen."""
    return name[:1].isupper() and len(name.split()) <= MOST


def _sides(corpus: Corpus, told: Sequence[Telling]) -> list[str]:
    """Return the names of the sides that took part, people by whom they speak for."""
    found: dict[str, str] = {}
    for telling in told:
        label, everybody = telling.mention.label, _taking_part(corpus, telling)
        called = any(says_who(label, name) for _, name in everybody)
        for iri, name in everybody:
            if called and not says_who(label, name) and len(everybody) <= MOST + 1:
                continue  # who only brings the sides together
            side = corpus.entities.get(corpus.side(iri) or "")
            if side is None or side.kind == "person":
                continue
            of_a_body = corpus.is_person(iri) and side.kind == "organization"
            whose = iri if of_a_body else side.iri
            found.setdefault(corpus.key(whose), corpus.name(whose) or name)
    return list(found.values())


def _taking_part(corpus: Corpus, telling: Telling) -> list[tuple[str | None, str]]:
    mention = telling.mention
    ids = (*mention.participant_ids, *[None] * len(mention.participants))
    return [
        (corpus.iri(telling.reading, entity, name), name)
        for entity, name in zip(ids, mention.participants, strict=False)
    ]


def _done_by(
    corpus: Corpus,
    told: Sequence[Telling],
    label: str,
    kind: str,
    places: Sequence[str],
) -> str:
    name = _what(label, told)
    who = _doers(corpus, told, kind)
    topic = _topic(corpus, told, kind, name)
    text = name
    what = tail(told, name) if kind in TAILED else ""
    if kind == "rejection" and topic in TALKS and not what:
        text += " of talks"
    who = [name for name in who if slug(name) not in WHOEVER] or who
    who = ["both sides"] if who == ["sides"] else who
    text += f" by {listed(who[:MOST])}" if who else ""
    if kind in {"walkout", "other"}:
        leaves = kind == "walkout" and topic in TALKS
        return text + (" from talks" if leaves else "")
    if topic and topic not in TALKS:
        text += f" on {topic}"
    elif what and (not topic or kind == "rejection"):
        if name == "Rejection" and what.startswith(" to "):
            text = f"Refusal{text.removeprefix(name)}"
        text += what
    joint = kind in JOINT and not (what and text.endswith(what))
    where = [place for place in places if place not in text][:MOST]
    return text + (f" in {listed(where)}" if where and joint else "")


def _is_clause(label: str, told: Sequence[Telling]) -> bool:
    """Tell whether a label says who does what: "Malta calls for a patrol"."""
    verbs = {t.mention.triggers[0].text.lower() for t in told if t.mention.triggers}
    return " by " not in label and any(
        word[:2] == verb[:2] and (word.endswith("s") or verb.startswith(word))
        for word in label.split()[1:]
        for verb in verbs
        if word.islower() and len(word) > MOST
    )


def _went_on(told: Sequence[Telling]) -> str:
    """Return how an event went on that only one word tells, with a space before."""
    for telling in told:
        for trigger in telling.mention.triggers:
            text = telling.reading.article.text
            if found := _WENT_ON.match(text, trigger.end):
                return f" {found[1]}"
    return ""


def _without_topic(label: str, told: Sequence[Telling]) -> str:
    """Return a label without what its sentence speaks of; a protest is over it."""
    topics = {topic for t in told for topic in t.mention.topics}
    for topic in sorted(topics, key=lambda topic: (-len(topic), topic)):
        head = label.removesuffix(f" on {topic}")
        if head != label:
            return f"{head} over {topic}" if head.startswith("Protest") else head
    return label


def _in_one_spelling(corpus: Corpus, told: Sequence[Telling], label: str) -> str:
    """Return a label with the names that the whole graph has, not one article's."""
    named: dict[str, str] = {}
    for telling in told:
        mention = telling.mention
        ids = (*mention.place_ids, *[None] * len(mention.places))
        for iri, name in _taking_part(corpus, telling):
            named[name] = corpus.name(iri, name) or name
        for entity, name in zip(ids, mention.places, strict=False):
            iri = corpus.iri(telling.reading, entity, name)
            if corpus.is_place(iri):
                named[name] = corpus.name(iri, name) or name
    for name, known in sorted(named.items(), key=lambda n: (-len(n[0]), n)):
        if known != name and known not in label and name[:1].isupper():
            label = renamed(label, name, known)
    return label


def _in_capitals(told: Sequence[Telling], label: str) -> str:
    """Return a label with a capital first and in each proper adjective.

    It is one if its articles write it so amid a sentence, and never without.
    """
    for word in sorted({w for w in _LOWER.findall(label) if len(w) > MOST}):
        texts = {t.reading.article.text for t in told if word in t.mention.label}
        amid = re.compile(rf"\b[a-z]+ {word.capitalize()}\b")
        small = re.compile(rf"\b{word}\b")
        if any(amid.search(t) for t in texts) and not any(map(small.search, texts)):
            label = re.sub(rf"(?<!\w){word}(?!\w)", word.capitalize(), label)
    return label[:1].upper() + label[1:]


def renamed(label: str, name: str, known: str) -> str:
    """Return a label with a name, or words for it, in another form.

    >>> renamed("Union's new offer", "union", "Seafarers' Union")
    "Seafarers' Union's new offer"
    """
    pattern = rf"(?<!\w){re.escape(name)}(?!\w)"
    return re.sub(pattern, known.replace("\\", ""), label, count=1, flags=re.I)


def _what(label: str, told: Sequence[Telling]) -> str:
    """Return the words of a label for what was done, without who, on what, where."""
    name = label.split(" by ")[0]
    known = {topic for t in told for topic in t.mention.topics}
    known |= {place for t in told for place in t.mention.places}
    for word in (" on ", " in "):
        head, found, rest = name.rpartition(word)
        if found and any(rest.startswith(each) for each in known):
            name = head
    return name


def _doers(corpus: Corpus, told: Sequence[Telling], kind: str) -> list[str]:
    """Return who did it, most often named first: the people, or the sides of a pact."""
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    people: set[str] = set()
    countries: set[str] = set()
    for telling in told:
        actors = telling.mention.label.partition(" by ")[2]
        for iri, name in _taking_part(corpus, telling):
            if name not in actors:
                continue
            key = corpus.key(iri) if iri else name
            names.setdefault(key, corpus.name(iri, name) or name)
            counts[key] += 1
            if telling.is_strike and corpus.is_country(iri):
                countries.add(key)
            if corpus.is_person(iri):
                people.add(key)
                side = corpus.side_key(iri)
                names.setdefault(f"side {side}", "")
    spoken_for = {key[5:] for key in names if key.startswith("side ")}
    ranked = [key for key, _ in counts.most_common()]
    others = [key for key in ranked if key not in people]
    if kind in JOINT and len(others) >= MOST:
        return [names[key] for key in others]
    if kind == "walkout" or any(t.is_strike for t in told):
        # not the country that it is told of, nor "workers" or one who leads them beside
        named = [key for key in ranked if not names[key].islower()]
        ranked = [key for key in named if key not in countries] or named or ranked
        sides = [key for key in ranked if key not in people]
        return [names[key] for key in sides or ranked]
    return [names[key] for key in ranked if key in people or key not in spoken_for]


def _topic(corpus: Corpus, told: Sequence[Telling], kind: str, name: str) -> str:
    """Return the topic of most tellings, of land the place that is meant."""
    counts: Counter[str] = Counter()
    called: set[str] = set()
    for telling in told:
        named = unmarked(telling.mention.label).rpartition(" on ")[2]
        for topic in telling.mention.topics:
            counts[topic] += 1
            if named == topic or named.startswith(f"{topic} in "):
                called.add(topic)
    said = {stem(word) for word in (*re.split(r"\W+", name), kind)}
    for topic in sorted(called, key=lambda topic: (-counts[topic], topic)):
        if 2 * counts[topic] <= len(told) and len(told) > 1:
            break
        if stem(topic)[:4] in {word[:4] for word in said}:
            continue
        if topic in BESIDE and kind != "vote":
            continue
        return _ground(corpus, told) or topic if topic in GROUND else topic
    return ""


def _ground(corpus: Corpus, told: Sequence[Telling]) -> str:
    """Return the place that the sentences of most tellings name, none of a side."""
    counts: Counter[str] = Counter()
    for telling in told:
        reading = telling.reading
        spans = [sentence_at(reading, q.start, q.end) for q in telling.mention.mentions]
        seen: set[str] = set()
        for record in reading.entities:
            iri = corpus.iri_of.get((reading.article.id, record.id))
            place = corpus.entities.get(iri or "")
            if place is None or place.kind != "place":
                continue
            key = corpus.key(iri)
            if key in telling.sides or key in seen:
                continue
            if any(
                s.start <= m.quoted.start < s.end
                for s in spans
                for m in record.mentions
            ):
                seen.add(key)
                counts[corpus.plain(place)] += 1
    ranked = sorted(counts, key=lambda place: (-counts[place], place))
    sides = set(_sides(corpus, told))
    return next((place for place in ranked if place not in sides), "")
