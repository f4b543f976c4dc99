"""A large network: the made-up dispute, its side stories told many times over."""

from __future__ import annotations

from datetime import date, timedelta

import networkx as nx

from tests.network_sample import add, entity, iri, relate, sample_network, words

_TYPES = ("meeting", "call", "pledge", "rejection", "vote", "attack", "other")
_SAID = (
    ("courier.txt", "the new version asks for 9 percent", "Karl Brandt"),
    ("courier.txt", "the rest day was gone", "Ada Moen"),
    ("herald.txt", "We have put our terms on paper", "Ada Moen"),
)


def large_network(size: int) -> nx.MultiDiGraph[str]:
    """Return the sample network with about ``size`` more events and statements."""
    network = sample_network()
    first = date(2031, 5, 5)
    for number in range(size):
        day = (first + timedelta(days=number * 7 % 500)).isoformat()
        name = f"more-{number}"
        if number % 3:
            file, text, speaker = _SAID[number % 3]
            add(
                network,
                name,
                f"{speaker}: {text} ({number})",
                words(file, text, speaker),
                kind="statement",
                begin=day,
                speaker=speaker,
                text=f"{text} ({number})",
            )
        else:
            add(
                network,
                name,
                f"{_TYPES[number % 7].title()} number {number}",
                words("gazette.txt", "Crews stopped work on 20 May"),
                type=_TYPES[number % 7],
                begin=day,
                participants=["Crews' union" if number % 2 else "Northern Ferries"],
            )
        if number >= 10:
            relate(network, iri(name), "about", iri(f"more-{number // 10 * 3}"))
        if number % 50 == 0:
            relate(network, iri(name), "respondsTo", iri("talks"))
            relate(network, iri(name), "hasActor", entity("Ines Roca"))
    return network
