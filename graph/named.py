"""The queries that come with Parley: one ``.rq`` file a question."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import resources
from typing import Final

from pyoxigraph import Literal

from graph.errors import NotFoundError, QueryError

__all__ = ["NamedQuery", "named_queries", "named_query"]

#: How a query says that it can be narrowed: an empty text matches everything.
_PARAMETER: Final = re.compile(r'BIND\("" AS \?asked(\w+)\)')


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A question with its query.

    Attributes:
        name: what ``parley query --name`` takes.
        question: the question in a sentence, from the file's first line.
        text: the query, its question included; it asks about everything.
    """

    name: str
    question: str
    text: str

    @property
    def parameters(self) -> tuple[str, ...]:
        """Return what the question can be narrowed by, such as ``topic``."""
        return tuple(name.lower() for name in _PARAMETER.findall(self.text))

    def asked(self, **values: str) -> str:
        """Return the query narrowed by values for its parameters.

        A value becomes a literal, whatever it holds, and never part of the query.

        Raises:
            QueryError: the query has no such parameter.

        >>> narrowed = named_query("said-about-topic").asked(topic="wages")
        >>> 'BIND("wages" AS ?askedTopic)' in narrowed
        True
        """
        unknown = sorted(set(values) - set(self.parameters))
        if unknown:
            takes = ", ".join(self.parameters) or "nothing"
            msg = f"{self.name} cannot be narrowed by {unknown[0]!r}: it takes {takes}"
            raise QueryError(msg)

        def given(match: re.Match[str]) -> str:
            value = values.get(match[1].lower(), "")
            return f"BIND({Literal(value)} AS ?asked{match[1]})"

        return _PARAMETER.sub(given, self.text)


def named_queries() -> tuple[NamedQuery, ...]:
    """Return all named queries, by name.

    >>> len(named_queries()) >= 20
    True
    """
    folder = resources.files("graph").joinpath("queries")
    found = []
    for file in folder.iterdir():
        if file.name.endswith(".rq"):
            text = file.read_text(encoding="utf-8")
            question = text.split("\n", 1)[0].removeprefix("#").strip()
            found.append(NamedQuery(file.name.removesuffix(".rq"), question, text))
    return tuple(sorted(found, key=lambda each: each.name))


def named_query(name: str) -> NamedQuery:
    """Return a query by its name.

    Raises:
        NotFoundError: there is none; the message lists all names.

    >>> named_query("who-said-what").question[-1]
    '?'
    """
    known = {each.name: each for each in named_queries()}
    if name not in known:
        listed = "\n".join(f"  {each.name}: {each.question}" for each in known.values())
        msg = f"no query is named {name!r}; these are:\n{listed}"
        raise NotFoundError(msg)
    return known[name]
