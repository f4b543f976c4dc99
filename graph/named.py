"""The queries that come with Parley: one ``.rq`` file a question."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources

from graph.errors import NotFoundError

__all__ = ["NamedQuery", "named_queries", "named_query"]


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A question with its query.

    Attributes:
        name: what ``parley query --name`` takes.
        question: the question in a sentence, from the file's first line.
        text: the query, its question included.
    """

    name: str
    question: str
    text: str


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
