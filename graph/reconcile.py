"""Ask a reconciliation service, such as Wikidata's, what names it knows.

Nothing here is called unless the reader asks for it: names leave the machine.

Source: W3C Entity Reconciliation Community Group, Reconciliation Service API 0.2.
"""

from __future__ import annotations

import json
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from graph.errors import GraphError
from graph.identity import KnownEntity
from graph.story import StoryEntity

#: Wikidata's public service.
WIKIDATA: Final = "https://wikidata.reconci.link/en/api"
#: Wikidata classes that a kind of entity is looked for among.
TYPES: Final = {"person": "Q5", "place": "Q2221906", "organization": "Q43229"}
#: Questions in one request; services allow about so many.
BATCH: Final = 10
#: A best answer that the service is not certain of needs this score, and this lead.
ENOUGH: Final = 95.0
LEAD: Final = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One answer of a service.

    Attributes:
        iri: the candidate's IRI.
        name: its name there.
        score: from 0 to 100, as the service gives it.
        certain: the service calls it a match.
    """

    iri: str
    name: str
    score: float
    certain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A reconciliation service.

    Attributes:
        url: its address.
        space: what an id is appended to, to make an IRI.
        timeout: seconds to wait for an answer.
    """

    url: str = WIKIDATA
    space: str = "http://www.wikidata.org/entity/"
    timeout: float = 20.0

    def candidates(
        self, names: Sequence[tuple[str, str]], *, limit: int = 3
    ) -> tuple[tuple[Candidate, ...], ...]:
        """Return candidates for each name, best first, in the order asked.

        Args:
            names: names with the kind of thing they name.
            limit: how many candidates a name.

        Raises:
            GraphError: the service does not answer, or answers something else.
        """
        queries: dict[str, dict[str, Any]] = {}
        for number, (name, kind) in enumerate(names):
            queries[f"q{number}"] = {"query": name, "limit": limit}
            if kind in TYPES:
                queries[f"q{number}"]["type"] = TYPES[kind]
        answer = self._ask({"queries": json.dumps(queries, ensure_ascii=False)})
        return tuple(
            self._read(answer.get(f"q{number}")) for number in range(len(names))
        )

    def _ask(self, form: dict[str, str]) -> dict[str, Any]:
        if not self.url.startswith(("http://", "https://")):
            msg = f"{self.url}: a reconciliation service is an http or https address"
            raise GraphError(msg)
        request = urllib.request.Request(
            self.url,
            data=urllib.parse.urlencode(form).encode("utf-8"),
            headers={"Accept": "application/json", "User-Agent": "parley"},
        )
        try:
            with urllib.request.urlopen(request, timeout=self.timeout) as response:
                read = json.load(response)
        except (urllib.error.URLError, TimeoutError, ValueError) as error:
            msg = f"{self.url}: no usable answer from the service ({error})"
            raise GraphError(msg) from error
        if not isinstance(read, dict):
            msg = f"{self.url}: the answer is no JSON object"
            raise GraphError(msg)
        return read

    def _read(self, answer: object) -> tuple[Candidate, ...]:
        results = answer.get("result") if isinstance(answer, dict) else None
        if not isinstance(results, list):
            return ()
        found = [
            Candidate(
                iri=self.space + str(one["id"]),
                name=str(one.get("name", "")),
                score=float(one.get("score", 0)),
                certain=bool(one.get("match", False)),
            )
            for one in results
            if isinstance(one, dict) and one.get("id")
        ]
        return tuple(sorted(found, key=lambda c: (-c.certain, -c.score, c.iri)))


def service_at(address: str | None) -> Service | None:
    """Return the service that a reader means, ``None`` where none is asked for.

    >>> service_at(None) is None, service_at("wikidata").url == WIKIDATA
    (True, True)
    """
    if not address:
        return None
    return (
        Service() if address.lower() == "wikidata" else Service(url=address, space="")
    )


def reconcile(
    entities: Iterable[StoryEntity], service: Service
) -> Iterator[tuple[StoryEntity, KnownEntity | None, tuple[Candidate, ...]]]:
    """Yield each entity with what the service knows it as.

    Args:
        entities: what to ask for; common nouns and single surnames are not asked.
        service: whom to ask, ``BATCH`` names at a time.

    Yields:
        The entity; an entry to give to ``identify`` where one candidate is certain,
        or scores ``ENOUGH`` and leads by ``LEAD``, else ``None``; all candidates.
    """
    asked = (e for e in entities if _worth_asking(e))
    while batch := list(islice(asked, BATCH)):
        answers = service.candidates([(e.name, e.kind) for e in batch])
        for entity, candidates in zip(batch, answers, strict=True):
            best = _decided(candidates)
            known = None
            if best is not None:
                known = KnownEntity(name=entity.name, iri=best.iri)
            yield entity, known, candidates


def _worth_asking(entity: StoryEntity) -> bool:
    if entity.name.islower():
        return False
    return entity.kind != "person" or len(entity.name.split()) > 1


def _decided(candidates: Sequence[Candidate]) -> Candidate | None:
    if not candidates:
        return None
    certain = [c for c in candidates if c.certain]
    if certain:
        return certain[0] if len(certain) == 1 else None
    best, *others = candidates
    lead = best.score - (others[0].score if others else 0.0)
    return best if best.score >= ENOUGH and lead >= LEAD else None
