"""What is served beside the endpoint: page, articles, vocabulary, editor."""

from __future__ import annotations

import html
from importlib import resources
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

if TYPE_CHECKING:
    from graph.negotiation import NegotiationGraph
    from graph.story import Evidence, Story

_NOTHING: Final = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; base-uri 'none'"
)
_EDITOR: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src data:; font-src data: 'self'; connect-src 'self'; base-uri 'none'"
)
_FILES: Final = {
    "yasgui.min.js": ("vendor/yasgui.min.js", "text/javascript"),
    "yasgui.min.css": ("vendor/yasgui.min.css", "text/css"),
    "editor.js": ("editor.js", "text/javascript"),
    "editor.css": ("editor.css", "text/css"),
}
_STYLE: Final = (
    "body{font:1.05rem/1.6 Georgia,serif;max-width:42rem;margin:2rem auto;"
    "padding:0 1rem;color:#1b1b1b;background:#fff}"
    "p{white-space:pre-wrap;overflow-wrap:anywhere}mark{background:#ffe08a}"
    "@media(prefers-color-scheme:dark){body{color:#e8e8e8;background:#161616}"
    "mark{background:#6b5200;color:#fff}a{color:#8ab4f8}}"
)


def site_routes(graph: NegotiationGraph) -> list[Route]:
    """Return the routes of everything that is not SPARQL."""

    async def start(request: Request) -> Response:
        body = await run_in_threadpool(_start, graph.story)
        return _page("The negotiation", body)

    async def page(request: Request) -> Response:
        from graph.view import to_html

        return HTMLResponse(await run_in_threadpool(to_html, graph.network))

    async def article(request: Request) -> Response:
        body = await run_in_threadpool(_article, graph.story, request.path_params["id"])
        if body is None:
            return PlainTextResponse("there is no such article\n", 404)
        return _page("Article", body)

    async def vocabulary(request: Request) -> Response:
        name = request.path_params.get("name", "parley.ttl")
        if name not in {"parley.ttl", "shapes.ttl"}:
            return PlainTextResponse("there is no such vocabulary\n", 404)
        file = resources.files("graph").joinpath("vocabulary", name)
        return Response(file.read_bytes(), media_type="text/turtle; charset=utf-8")

    async def editor(request: Request) -> Response:
        page = resources.files("graph").joinpath("editor/index.html")
        answer = HTMLResponse(page.read_text(encoding="utf-8"))
        answer.headers["Content-Security-Policy"] = _EDITOR
        return answer

    async def part(request: Request) -> Response:
        known = _FILES.get(request.path_params["name"])
        if known is None:
            return PlainTextResponse("there is no such file\n", 404)
        file = resources.files("graph").joinpath("editor", known[0])
        return Response(file.read_bytes(), media_type=known[1])

    return [
        Route("/", start),
        Route("/page", page),
        Route("/articles/{id}", article),
        Route("/vocabulary", vocabulary),
        Route("/vocabulary/{name}", vocabulary),
        Route("/query", editor),
        Route("/query/{name}", part),
    ]


def _page(title: str, body: str) -> HTMLResponse:
    text = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{html.escape(title)}</title><style>{_STYLE}</style></head>"
        f"<body>{body}</body></html>"
    )
    return HTMLResponse(text, headers={"Content-Security-Policy": _NOTHING})


def _start(story: Story) -> str:
    items = "".join(
        f'<li><a href="/articles/{html.escape(article.id)}">'
        f"{html.escape(article.title or article.file)}</a> "
        f"{html.escape(str(article.published or 'undated'))}</li>"
        for article in sorted(
            story.articles, key=lambda a: (str(a.published or "9999"), a.file)
        )
    )
    return (
        "<h1>The negotiation</h1><ul>"
        '<li><a href="/page">The page</a></li>'
        '<li><a href="/query">Ask in SPARQL</a> (clients: <code>/sparql</code>)</li>'
        '<li><a href="/vocabulary">The vocabulary</a></li></ul>'
        f"<h2>Articles</h2><ul>{items}</ul>"
    )


def _article(story: Story, article_id: str) -> str | None:
    article = next((a for a in story.articles if a.id == article_id), None)
    if article is None:
        return None
    words = {
        (evidence.start, evidence.end)
        for node in (*story.events, *story.statements, *story.proposals)
        for evidence in _evidence(node)
        if evidence.article == article_id
    }
    told = " · ".join(
        html.escape(str(part))
        for part in (article.publisher, article.published)
        if part
    )
    title = html.escape(article.title or article.file)
    return (
        f'<p><a href="/">Start</a></p><h1>{title}</h1><p>{told}</p>'
        f"<p>{_marked(article.text, words)}</p>"
    )


def _evidence(node: object) -> tuple[Evidence, ...]:
    return tuple(getattr(node, "evidence", ()))


def _marked(text: str, spans: set[tuple[int, int]]) -> str:
    """Return escaped text with every stretch that some span covers marked."""
    edges = sorted({0, len(text), *(edge for span in spans for edge in span)})
    parts = []
    for start, end in pairwise(edges):
        escaped = html.escape(text[start:end])
        inside = any(a <= start and end <= b for a, b in spans)
        parts.append(f"<mark>{escaped}</mark>" if inside else escaped)
    return "".join(parts)
