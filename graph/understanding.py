"""Take a plain phrase for a node of the event graph, and say which.

"the harbour talks", "September impasse", "the first draft", a name, a day: every word
of the phrase must find its reason in the node (its type, label, place, people, month,
version). Where two nodes fit, both are listed.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import networkx as nx
from rapidfuzz import fuzz

from graph.errors import NotFoundError
from graph.wording import stem, words

#: What people call the types of events.
TYPE_WORDS: Final[dict[str, str]] = {
    "talks": "talks talk negotiation negotiations round dialogue conference parley",
    "meeting": "meeting summit encounter",
    "call": "call phone telephone conversation",
    "visit": "visit trip",
    "statement": "statement remark comment remarks comments words",
    "proposal": "proposal proposals offer offers draft drafts plan plans version text "
    "suggestion",
    "agreement": "agreement deal accord pact treaty settlement",
    "signing": "signing signature",
    "pledge": "pledge promise commitment vow",
    "rejection": "rejection refusal no",
    "deviation": "deviation deviations departure departures change changes reneging",
    "impasse": "impasse deadlock stalemate standstill breakdown collapse",
    "walkout": "walkout exit withdrawal",
    "ceasefire": "ceasefire truce cessation armistice",
    "attack": "attack strike strikes shelling bombing offensive invasion",
    "mobilization": "mobilization mobilisation draft call-up",
    "sanction": "sanction sanctions embargo",
    "referendum": "referendum referendums referenda plebiscite",
    "vote": "vote ballot election",
    "deadline": "deadline expiry ultimatum",
}
_TYPES_OF: Final[dict[str, frozenset[str]]] = {
    stem(word): frozenset(
        kind
        for kind, ws in TYPE_WORDS.items()
        if stem(word) in {stem(w) for w in ws.split()}
    )
    for ws in TYPE_WORDS.values()
    for word in ws.split()
}
_MONTHS: Final = {
    name.lower(): f"{number:02d}"
    for number in range(1, 13)
    for name in (calendar.month_name[number], calendar.month_abbr[number])
}
_FIRST: Final = frozenset({"first", "initial", "original", "earliest", "oldest"})
_LAST: Final = frozenset({"last", "latest", "newest", "final", "recent"})
_NTH: Final = {"second": 1, "third": 2, "fourth": 3, "fifth": 4}
_SKIPPED: Final = (
    "the a an of in at on by to and for with from between about s 's their its his "
    "her that this claim claimed end start beginning"
)
_SKIP: Final = frozenset(_SKIPPED.split())
#: What a label says is before these words, and who after them.
_BY: Final = re.compile(r" (?:by|of|on|in|at|with) ")
_DAY: Final = re.compile(r"\d{4}-\d\d(?:-\d\d)?|\d{4}")
#: What a word must reach on average to be taken for a node at all.
FITS: Final = 0.55
#: Nodes this close to the best are alternatives.
CLOSE: Final = 0.12
_KIND: Final = {"event": 0.06, "proposal": 0.04, "deviation": 0.03, "statement": -0.08}


@dataclass(frozen=True, slots=True)
class Understood:
    """What a phrase was taken for.

    Attributes:
        phrase: as it was given.
        node: IRI of the node.
        label: its label, with its day where that is known.
        score: how well it fits, 1 at best.
        alternatives: IRI and label of others that fit as well, best first.
    """

    phrase: str
    node: str
    label: str
    score: float
    alternatives: tuple[tuple[str, str], ...] = ()


def understand(network: nx.MultiDiGraph[str], phrase: str) -> Understood:
    """Return the node that a phrase means.

    Args:
        network: the event graph.
        phrase: plain words, a label, or an IRI.

    Raises:
        NotFoundError: nothing fits; the message names what comes closest.
    """
    if phrase in network:
        return Understood(phrase, phrase, shown(network, phrase), 1.0)
    wanted = phrase.strip().casefold()
    same = [n for n, data in network.nodes(data=True) if _is(data, wanted)]
    if len(same) == 1:
        return Understood(phrase, same[0], shown(network, same[0]), 1.0)
    asked = [word for word in _asked(phrase) if word not in _SKIP]
    main = set(network.graph.get("main_line", ()))
    ranked = []
    for node, data in network.nodes(data=True):
        score = _fit(data, asked)
        if score >= FITS or node in same:
            worth = _KIND.get(str(data.get("kind")), -0.12)
            worth += 0.06 if node in main else 0.0
            worth += min(0.04, 0.01 * len(data.get("outlets") or ()))
            worth -= 0.08 if data.get("modality", "actual") != "actual" else 0.0
            ranked.append((score + worth, node))
    ranked = _counted(network, ranked, asked)
    ranked.sort(key=lambda r: (-r[0], _begin(network, r[1]), r[1]))
    if not asked or not ranked:
        raise NotFoundError(_nothing(network, phrase))
    best, node = ranked[0]
    labels = {shown(network, node)}
    others: list[tuple[str, str]] = []
    for score, other in ranked[1:6]:
        label = shown(network, other)
        if best - score <= CLOSE and label not in labels:
            labels.add(label)
            others.append((other, label))
    return Understood(
        phrase, node, shown(network, node), round(min(1.0, best), 2), tuple(others)
    )


def shown(network: nx.MultiDiGraph[str], node: str) -> str:
    """Return a node's label with its day in brackets, where it has one."""
    data = network.nodes[node]
    begin = data.get("begin")
    label = str(data.get("label") or node)
    return f"{label} ({begin})" if begin else label


def _is(data: Mapping[str, Any], wanted: str) -> bool:
    return str(data.get("label") or "").casefold() == wanted


def _begin(network: nx.MultiDiGraph[str], node: str) -> str:
    return str(network.nodes[node].get("begin") or "9999")


def _asked(phrase: str) -> list[str]:
    found = []
    rest = phrase
    for day in _DAY.findall(phrase):
        found.append(day)
        rest = rest.replace(day, " ")
    for word in words(rest.replace("’", "'")):
        plain = word.lower().removesuffix("'s").strip("'")
        if plain:
            found.append(plain)
    return found


def _fit(data: Mapping[str, Any], asked: list[str]) -> float:
    """Return how well a node answers each word asked for, on average."""
    counted = [
        word for word in asked if word not in _FIRST | _LAST and word not in _NTH
    ]
    if not asked:
        return 0.0
    if not counted:
        return 0.0
    return sum(_word_fit(data, word) for word in counted) / len(counted)


def _word_fit(data: Mapping[str, Any], word: str) -> float:
    begin = str(data.get("begin") or "")
    last = str(data.get("last") or begin)
    if _DAY.fullmatch(word):
        return 1.0 if begin.startswith(word) or last.startswith(word) else 0.0
    if word in _MONTHS and len(begin) >= 7 and _MONTHS[word] in {begin[5:7], last[5:7]}:
        return 1.0
    if word.isdigit() and len(word) <= 2 and begin[8:10] == f"{int(word):02d}":
        return 1.0
    types = _TYPES_OF.get(stem(word), frozenset())
    label = str(data.get("label") or "")
    if data.get("type") in types or data.get("kind") in types:
        return 1.0 if _says(data, word) else 0.95
    if stem(word) in {stem(w) for w in words(label)}:
        what = data.get("kind") == "event" and words(_BY.split(label)[0])
        if what and stem(what[-1]) == stem(word):
            return 1.0  # "Strike by the crews" is a strike
        return 0.65 if types else 0.9
    for field in ("participants", "places", "speaker", "topics", "version"):
        value = data.get(field)
        for name in value if isinstance(value, list) else [value]:
            if name and stem(word) in {stem(w) for w in words(str(name))}:
                return 0.9 if field != "topics" else 0.8
    close = [*words(label)]
    for field in ("participants", "places"):
        close += [w for name in data.get(field) or () for w in words(str(name))]
    best = max((fuzz.ratio(word, w.lower()) for w in close if len(w) > 3), default=0.0)
    if best >= 80 and len(word) > 3:
        return 0.75 * best / 100
    told = str(data.get("text") or "")
    told += " ".join(str(e.get("text", "")) for e in data.get("evidence") or ())
    return 0.45 if stem(word) in {stem(w) for w in words(told)} else 0.0


def _says(data: Mapping[str, Any], word: str) -> bool:
    """Tell whether a node's label or words have a word: an offer is no demand."""
    told = [str(data.get("label") or "")]
    told += [str(e.get("text", "")) for e in data.get("evidence") or ()]
    return any(stem(word) == stem(w) for text in told for w in words(text))


def _counted(
    network: nx.MultiDiGraph[str], ranked: list[tuple[float, str]], asked: list[str]
) -> list[tuple[float, str]]:
    """Let "first", "second" and "last" choose by date among what fits equally well."""
    if not ranked:
        return ranked
    best = max(score for score, _ in ranked)
    for word in asked:
        index = 0 if word in _FIRST else -1 if word in _LAST else _NTH.get(word)
        if index is None:
            continue
        fitting = [
            (score, node)
            for score, node in ranked
            if best - score <= 0.25 and network.nodes[node].get("begin")
        ]
        word_for = [
            (score, node)
            for score, node in fitting
            if all(_says(network.nodes[node], w) for w in asked if stem(w) in _TYPES_OF)
        ]
        fitting = word_for or fitting
        kinds = {network.nodes[node].get("type") for _, node in fitting}
        days = sorted({_begin(network, node) for _, node in fitting})
        if not kinds or (index > 0 and index >= len(days)):
            continue
        day = days[index]
        ranked = [
            (
                score
                + (
                    0.3
                    if (score, node) in fitting and _begin(network, node) == day
                    else 0
                ),
                node,
            )
            for score, node in ranked
        ]
        named = [
            (score + 0.1, node)
            if word in str(network.nodes[node].get("version") or "").lower()
            else (score, node)
            for score, node in ranked
        ]
        ranked = named
    return ranked


def _nothing(network: nx.MultiDiGraph[str], phrase: str) -> str:
    close = sorted(
        (
            (-fuzz.WRatio(phrase, str(data.get("label") or "")), shown(network, node))
            for node, data in network.nodes(data=True)
            if data.get("kind") in {"event", "proposal", "deviation"}
        ),
    )[:3]
    names = ", ".join(f'"{label}"' for _, label in close)
    hint = f"; closest are {names}" if names else ""
    return f'"{phrase}" fits nothing in the graph{hint}'
