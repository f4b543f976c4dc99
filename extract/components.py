"""Every spaCy factory that Parley registers for finding; thin shells, nothing else.

The reader model registers its own factory in ``extract.reader``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol

from spacy.language import Language
from spacy.tokens import Doc

from extract.blockwise import BlockReader
from extract.coreference import resolve_references
from extract.dates import find_times, resolve_quoted
from extract.entities import find_entities
from extract.events import find_events
from extract.proposals import find_proposals
from extract.said_about import statement_links
from extract.statements import find_statements

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

#: The components in the order they run; a test holds the pipeline to it.
ORDER: Final = (
    "reading",
    "times",
    "entities",
    "coreference",
    "statements",
    "quoted_times",
    "events",
    "proposals",
)

#: What hangs on the day of publication; an article is dated before these run.
DATED: Final = ("statements", "quoted_times", "events", "proposals")

_EXTENSIONS: Final[dict[str, object]] = {
    "article": None,
    "fillers": frozenset(),
    "times": (),
    "entities": (),
    "statements": (),
    "events": (),
    "proposals": (),
    "deviations": (),
    "links": (),
}
for _name, _default in _EXTENSIONS.items():
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=_default)


def _published(doc: Doc) -> date | None:
    return doc._.article.published if doc._.article is not None else None


if not Doc.has_extension("published"):
    Doc.set_extension("published", getter=_published)


class _Finder(Protocol):
    def __call__(self, doc: Doc) -> Doc: ...


def _shell(find: Callable[[Doc], dict[str, Any]]) -> _Finder:
    """Wrap a pure finder: store what it returns on the doc's extensions."""

    def component(doc: Doc) -> Doc:
        for name, value in find(doc).items():
            doc._.set(name, value)
        return doc

    return component


@Language.factory("reading", assigns=["token.tag", "token.dep", "doc.ents"])
def make_reading(nlp: Language, name: str) -> BlockReader:
    """Build the component that parses block by block; ``use`` gives it a model."""
    return BlockReader()


@Language.factory("times", assigns=["doc._.times"])
def make_times(nlp: Language, name: str) -> _Finder:
    """Find temporal expressions."""
    return _shell(lambda doc: {"times": find_times(doc, published=doc._.published)})


@Language.factory("entities", requires=["doc.ents"], assigns=["doc._.entities"])
def make_entities(nlp: Language, name: str) -> _Finder:
    """Find people, places, organisations and parties."""
    return _shell(lambda doc: {"entities": find_entities(doc)})


@Language.factory(
    "coreference", requires=["doc._.entities"], assigns=["doc._.entities"]
)
def make_coreference(nlp: Language, name: str) -> _Finder:
    """Resolve pronouns and definite descriptions."""
    return _shell(lambda doc: {"entities": resolve_references(doc, doc._.entities)})


@Language.factory(
    "statements",
    requires=["token.dep", "doc._.entities", "doc._.times"],
    assigns=["doc._.statements"],
)
def make_statements(nlp: Language, name: str) -> _Finder:
    """Find reported statements."""
    return _shell(
        lambda doc: {
            "statements": find_statements(
                doc,
                entities=doc._.entities,
                times=doc._.times,
                published=doc._.published,
            )
        }
    )


@Language.factory(
    "quoted_times",
    requires=["doc._.times", "doc._.statements"],
    assigns=["doc._.times"],
)
def make_quoted_times(nlp: Language, name: str) -> _Finder:
    """Count times inside quoted words from the day they were spoken."""
    return _shell(
        lambda doc: {
            "times": resolve_quoted(
                doc, doc._.times, doc._.statements, published=doc._.published
            )
        }
    )


@Language.factory(
    "events",
    requires=["doc._.entities", "doc._.times", "doc._.statements"],
    assigns=["doc._.events"],
)
def make_events(nlp: Language, name: str) -> _Finder:
    """Find events."""
    return _shell(
        lambda doc: {
            "events": find_events(
                doc,
                entities=doc._.entities,
                times=doc._.times,
                statements=doc._.statements,
                published=doc._.published,
            )
        }
    )


@Language.factory(
    "proposals",
    requires=["doc._.events", "doc._.statements"],
    assigns=["doc._.proposals", "doc._.deviations", "doc._.links"],
)
def make_proposals(nlp: Language, name: str) -> _Finder:
    """Find proposals with their provisions, claimed deviations and links."""

    def find(doc: Doc) -> dict[str, Any]:
        found = find_proposals(
            doc,
            entities=doc._.entities,
            times=doc._.times,
            statements=doc._.statements,
            events=doc._.events,
            published=doc._.published,
        )
        return {
            "proposals": found.proposals,
            "deviations": found.deviations,
            "links": (
                *found.links,
                *statement_links(doc._.statements, doc._.entities),
            ),
        }

    return _shell(find)
