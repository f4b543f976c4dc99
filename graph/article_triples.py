"""What is read from one article, as quads of that article's named graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Quad

from extract.records import Article
from graph.facts import Facts
from graph.naming import article_iri, iri, span_iri
from graph.story import Evidence, StoryStatement
from graph.terms import NIF, PL, RESOLVED_GRAPH, SCHEMA, SKOS

_BLOCK_CLASS = {"title": NIF.Title}


def article_quads(article: Article) -> Iterator[Quad]:
    """Yield an article's text, blocks and what its reader knows about it.

    A publication date that was inferred from other articles is resolved knowledge
    and goes there; all else stands in the article's own graph.
    """
    node = article_iri(article.id)
    facts = Facts(node)
    yield from facts.types(node, PL.Article, SCHEMA.NewsArticle, NIF.Context)
    yield from facts.text(node, SCHEMA.identifier, article.id)
    yield from facts.text(node, PL.file, article.file)
    yield from facts.text(node, SCHEMA.headline, article.title)
    yield from facts.text(node, NIF.isString, article.text)
    yield from facts.whole(node, NIF.beginIndex, 0)
    yield from facts.whole(node, NIF.endIndex, len(article.text))
    yield from facts.uri(node, SCHEMA.url, article.url)
    if article.publisher:
        outlet = iri("outlet", article.publisher)
        yield from facts.link(node, SCHEMA.publisher, outlet)
        # its name is shared by articles: a triple that stood in two graphs would be
        # counted twice in their union
        shared = Facts(RESOLVED_GRAPH)
        yield from shared.types(outlet, SCHEMA.NewsMediaOrganization)
        yield from shared.text(outlet, SKOS.prefLabel, article.publisher)
    for block in article.blocks:
        if article.text[block.start : block.end]:
            place = span_iri(article.id, block.start, block.end)
            yield from facts.types(place, _BLOCK_CLASS.get(block.kind, NIF.Paragraph))
            yield from facts.text(place, PL.blockKind, block.kind)
            yield from span_quads(
                article.id,
                block.start,
                block.end,
                article.text[block.start : block.end],
            )
    yield from _dating(article)


def _dating(article: Article) -> Iterator[Quad]:
    node = article_iri(article.id)
    own = article.published_basis in {"manifest", "stated"}
    facts = Facts(node if own else RESOLVED_GRAPH)
    yield from facts.day(node, SCHEMA.datePublished, article.published)
    yield from facts.text(node, PL.publishedBasis, article.published_basis)
    reasons = "\n".join(article.published_reasons)
    yield from facts.text(node, PL.publishedReasons, reasons)
    for day in article.published_candidates:
        yield from facts.day(node, PL.publishedCandidate, day)


def span_quads(article_id: str, start: int, end: int, text: str) -> Iterator[Quad]:
    """Yield words of an article as a NIF string, in the article's graph.

    >>> sorted(q.object.value for q in span_quads("00ff", 4, 9, "mayor"))[1:3]
    ['9', 'http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#OffsetBasedString']
    """
    place = span_iri(article_id, start, end)
    facts = Facts(article_iri(article_id))
    yield from facts.types(place, NIF.OffsetBasedString)
    yield from facts.link(place, NIF.referenceContext, article_iri(article_id))
    yield from facts.whole(place, NIF.beginIndex, start)
    yield from facts.whole(place, NIF.endIndex, end)
    yield from facts.text(place, NIF.anchorOf, text)


def denoting_quads(thing: str, evidence: Iterable[Evidence]) -> Iterator[Quad]:
    """Yield that words denote a thing, each in the graph of its article."""
    for each in evidence:
        yield from Facts(article_iri(each.article)).words(thing, (each,))


def statement_quads(
    said: StoryStatement, entity_named: Mapping[str, str]
) -> Iterator[Quad]:
    """Yield one report of something said, in the graph of the article reporting it.

    Args:
        said: the statement.
        entity_named: IRIs of entities by name, for those who passed it on.
    """
    node = said.iri
    facts = Facts(article_iri(said.article))
    yield from facts.types(node, PL.Statement)
    yield from facts.link(node, PL.reportedIn, article_iri(said.article))
    yield from facts.link(node, PL.speaker, said.speaker_iri)
    yield from facts.text(node, PL.speakerName, said.speaker)
    yield from facts.text(node, PL.content, said.content)
    yield from facts.text(node, PL.kind, said.kind)
    yield from facts.text(node, PL.act, said.act)
    yield from facts.text(node, PL.cueKind, said.cue_kind)
    yield from facts.text(node, PL.stance, said.stance)
    yield from facts.text(node, PL.dateBasis, said.date_basis)
    yield from facts.dated(node, PL.saidOn, said.date)
    yield from facts.topics(node, said.topics)
    yield from facts.link(node, PL.inside, said.inside)
    for name in said.via:
        yield from facts.text(node, PL.reportedViaName, name)
        yield from facts.link(node, PL.reportedVia, entity_named.get(name))
    yield from facts.text(node, PL.reportingChain, "; ".join(said.via))
    yield from facts.words(node, said.evidence)
    yield from facts.words(node, said.source, PL.source)
    yield from facts.words(node, said.cue, PL.cue)
    if said.sentence is not None:
        yield from facts.words(node, (said.sentence,), PL.sentence)
    yield from Facts(RESOLVED_GRAPH).link(node, PL.reports, said.speech_act)
