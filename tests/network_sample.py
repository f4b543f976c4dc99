"""A made-up dispute as a network: what tests of the page start from.

Ferry crews and the line that employs them argue over pay in the port of Halden
Bay; nobody and nothing in it is real. ``sample_network()`` is what
``graph.network.to_network`` would make of four articles about it.
"""

from __future__ import annotations

from typing import Any

import networkx as nx

HERALD = (
    "Ferry talks open in Port Halden\n\n"
    "The crews' union and Northern Ferries met in Port Halden on Monday. "
    "The union asked for 6 percent more pay and a rest day after every night shift. "
    '"We have put our terms on paper," said Ada Moen, head of the union. '
    "The line promised to answer within a week.\n"
)
COURIER = (
    "Line says new terms differ\n\n"
    "Northern Ferries director Karl Brandt said on Tuesday that the union's new terms "
    "depart from what it asked for in Port Halden. "
    "He said the new version asks for 9 percent and leaves out the rest day. "
    "Moen denied that the rest day was gone. "
    "Mediator Ines Roca called both sides to a second round next week.\n"
)
GAZETTE = (
    "Crews walk out\n\n"
    "Crews stopped work on 20 May, a day after talks broke down. "
    "Brandt spoke of a deadlock. "
    "The government may call a vote on emergency rules in June. "
    "\U0001f6a2 No ferry sailed, and one boat was set on fire.\n"
)
LATE = (
    "No talks in sight\n\n"
    "Four months after the walkout Moen sees no ground for new talks, she said on "
    "Thursday. Brandt said the crews had left the table. "
    "A meeting of owners is said to have taken place.\n"
)
_ARTICLES = (
    ("herald.txt", "Halden Herald", "2031-05-06", "stated", HERALD),
    ("courier.txt", "The Courier", "2031-05-13", "manifest", COURIER),
    ("gazette.txt", "Coast Gazette", "2031-05-21", "stated", GAZETTE),
    ("late.txt", "Halden Herald", "2031-09-19", "inferred", LATE),
)
BASE = "https://example.org/id/"
PEOPLE = {"Ada Moen": "Crews' union", "Karl Brandt": "Northern Ferries"}
SIDES = ("Crews' union", "Northern Ferries")


def iri(name: str) -> str:
    """Return the IRI of a thing of the sample."""
    return f"{BASE}{name}"


def entity(name: str) -> str:
    """Return the IRI of a person, side or place of the sample."""
    return iri("entity/" + name.replace(" ", "-").replace("'", ""))


def words(file: str, text: str, speaker: str | None = None) -> dict[str, Any]:
    """Return evidence: where words stand in an article of the sample."""
    row = next(row for row in _ARTICLES if row[0] == file)
    start = row[4].index(text)
    return {
        "file": file,
        "start": start,
        "end": start + len(text),
        "text": text,
        "article": file,
        "outlet": row[1],
        "published": row[2],
        "speaker": speaker,
    }


def _entities(network: nx.MultiDiGraph[str]) -> None:
    named = [(name, "party") for name in SIDES]
    named += [(name, "person") for name in (*PEOPLE, "Ines Roca")]
    for name, kind in [*named, ("Port Halden", "place")]:
        network.add_node(
            entity(name),
            kind=kind,
            type=kind,
            label=name,
            begin=None,
            last=None,
            precision="unknown",
            speaks_for=PEOPLE.get(name),
            roles=["head of the union"] if name == "Ada Moen" else [],
            evidence=[],
        )


def add(
    network: nx.MultiDiGraph[str],
    name: str,
    label: str,
    *evidence: dict[str, Any],
    kind: str = "event",
    begin: str | None = None,
    last: str | None = None,
    **known: Any,
) -> None:
    """Add a node, and its edges to the people and sides that it names."""
    precision = {10: "day", 7: "month"}.get(len(begin or ""), "unknown")
    speaker = known.get("speaker")
    network.add_node(
        iri(name),
        **{
            "kind": kind,
            "type": kind,
            "label": label,
            "begin": begin,
            "last": last or begin,
            "precision": "range" if last else precision,
            "basis": "stated in the sentence" if begin else "",
            "modality": "actual",
            "participants": [speaker] if speaker else [],
            "places": [],
            "topics": [],
            "outlets": sorted({each["outlet"] for each in evidence}),
            "speaker": None,
            "text": "",
            "evidence": list(evidence),
            **known,
        },
    )
    for who in network.nodes[iri(name)]["participants"]:
        relation = "speaker" if who == speaker else "hasActor"
        if entity(who) in network:
            relate(network, iri(name), relation, entity(who))


def relate(
    network: nx.MultiDiGraph[str],
    source: str,
    relation: str,
    target: str,
    *evidence: dict[str, Any],
) -> None:
    """Add an edge."""
    network.add_edge(
        source,
        target,
        key=relation,
        relation=relation,
        label=relation,
        rule="said in one sentence",
        confidence=0.8,
        evidence=list(evidence),
    )


def sample_network() -> nx.MultiDiGraph[str]:
    """Return the network of the ferry dispute."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    _entities(network)
    _events(network)
    _statements(network)
    _relations(network)
    network.graph.update(
        articles=[
            {
                "id": file,
                "file": file,
                "title": text.split("\n", 1)[0],
                "publisher": outlet,
                "url": f"https://example.org/{file}",
                "published": day,
                "published_basis": basis,
                "text": text,
            }
            for file, outlet, day, basis, text in _ARTICLES
        ],
        main_line=[
            iri(name) for name in ("talks", "terms", "departs", "deadlock", "no-talks")
        ],
        timeline=[],
        statements=[],
        contradictions=[],
        entities=[],
        **_rows(),
    )
    return network


def _events(network: nx.MultiDiGraph[str]) -> None:
    both = list(SIDES)
    add(
        network,
        "talks",
        "Ferry talks in Port Halden",
        words("herald.txt", "met in Port Halden on Monday"),
        words("courier.txt", "in Port Halden"),
        type="talks",
        begin="2031-05-05",
        participants=both,
        places=["Port Halden"],
    )
    add(
        network,
        "terms",
        "The union puts its terms on paper",
        words("herald.txt", "The union asked for 6 percent more pay"),
        type="proposal",
        begin="2031-05-05",
        participants=["Crews' union"],
        topics=["wages"],
    )
    add(
        network,
        "departs",
        "Brandt: the new terms depart from Port Halden",
        words("courier.txt", "the union's new terms depart from", "Karl Brandt"),
        type="deviation",
        begin="2031-05-13",
        participants=["Karl Brandt"],
        topics=["wages"],
    )
    add(
        network,
        "deadlock",
        "Brandt speaks of a deadlock",
        words("gazette.txt", "Brandt spoke of a deadlock"),
        type="impasse",
        begin="2031-05-21",
        participants=["Karl Brandt"],
    )
    add(
        network,
        "no-talks",
        "Moen sees no ground for new talks",
        words("late.txt", "Moen sees no ground for new talks"),
        type="impasse",
        begin="2031-09-18",
        participants=["Ada Moen"],
    )
    add(
        network,
        "walkout",
        "Crews stop work",
        words("gazette.txt", "Crews stopped work on 20 May"),
        type="walkout",
        begin="2031-05-20",
        participants=["Crews' union"],
    )
    add(
        network,
        "fire",
        "A boat is set on fire",
        words("gazette.txt", "one boat was set on fire"),
        type="attack",
    )
    add(
        network,
        "vote",
        "Vote on emergency rules",
        words("gazette.txt", "The government may call a vote on emergency rules"),
        type="vote",
        begin="2031-06",
        last="2031-06",
        precision="month",
        modality="planned",
    )
    add(
        network,
        "second-round",
        "Second round called by the mediator",
        words("courier.txt", "called both sides to a second round next week"),
        type="talks",
        begin="2031-05-19",
        last="2031-05-25",
        modality="planned",
        participants=["Ines Roca", *both],
    )
    add(
        network,
        "owners",
        "Meeting of owners",
        words("late.txt", "A meeting of owners is said to have taken place"),
        type="meeting",
        modality="negated",
        denied=True,
    )


def _statements(network: nx.MultiDiGraph[str]) -> None:
    rows = (
        ("s-paper", "herald.txt", "We have put our terms on paper", "Ada Moen", 5, 5),
        (
            "s-nine",
            "courier.txt",
            "the new version asks for 9 percent",
            "Karl Brandt",
            5,
            13,
        ),
        ("s-rest", "courier.txt", "the rest day was gone", "Ada Moen", 5, 13),
        ("s-left", "late.txt", "the crews had left the table", "Karl Brandt", 9, 18),
    )
    for name, file, text, speaker, month, day in rows:
        add(
            network,
            name,
            f"{speaker}: {text}",
            words(file, text, speaker),
            kind="statement",
            begin=f"2031-{month:02}-{day:02}",
            speaker=speaker,
            text=text,
            topics=["rest"] if "rest" in text else ["wages"],
        )


def _relations(network: nx.MultiDiGraph[str]) -> None:
    why = words("courier.txt", "depart from what it asked for in Port Halden")
    relate(network, iri("departs"), "deviatesFrom", iri("terms"), why)
    relate(network, iri("terms"), "partOf", iri("talks"))
    relate(network, iri("departs"), "leadsTo", iri("deadlock"))
    relate(network, iri("s-rest"), "contradicts", iri("s-nine"), why)
    relate(network, iri("s-left"), "about", iri("walkout"))


def _rows() -> dict[str, list[dict[str, Any]]]:
    six = words("herald.txt", "6 percent more pay")
    rest = words("herald.txt", "a rest day after every night shift")
    nine = words("courier.txt", "asks for 9 percent")
    gone = words("courier.txt", "leaves out the rest day")

    def provision(topic: str, row: dict[str, Any]) -> dict[str, Any]:
        return {"topic": topic, "text": row["text"], "evidence": row}

    def position(side: str, holder: str, topic: str, stance: str, origin: str) -> Any:
        return {
            "iri": iri(f"position/{origin}"),
            "side": side,
            "holder": holder,
            "topic": topic,
            "stance": stance,
            "date": "2031-05-13",
            "text": nine["text"],
            "origin": iri(origin),
            "evidence": [nine],
        }

    return {
        "proposals": [
            {
                "iri": iri("proposal/1"),
                "label": "The union's written terms",
                "proposer": "Crews' union",
                "date": "2031-05-05",
                "revision_of": None,
                "provisions": [provision("wages", six), provision("rest", rest)],
            },
            {
                "iri": iri("proposal/2"),
                "label": "The union's new terms",
                "proposer": "Crews' union",
                "date": "2031-05-12",
                "revision_of": iri("proposal/1"),
                "provisions": [provision("wages", nine)],
            },
        ],
        "deviations": [
            {
                "topic": topic,
                "kind": kind,
                "from": iri("proposal/1"),
                "to": iri("proposal/2"),
                "claimed_by": "Karl Brandt",
                "date": "2031-05-13",
                "old": old,
                "new": new,
            }
            for topic, kind, old, new in (
                ("wages", "changed", six, nine),
                ("rest", "omitted", None, gone),
            )
        ],
        "positions": [
            position("Northern Ferries", "Karl Brandt", "wages", "rejects", "s-nine"),
            position("Crews' union", "Ada Moen", "rest", "supports", "s-rest"),
        ],
        "phases": [
            {"name": name, "begin": day, "event": iri(event), "evidence": []}
            for name, day, event in (
                ("proposed", "2031-05-05", "terms"),
                ("deadlocked", "2031-05-21", "deadlock"),
            )
        ],
    }
