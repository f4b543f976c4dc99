"""The page: one HTML file that shows a negotiation and leads back to the words.

pyvis builds the network, with the shape, colour and size of every node, and brings
vis-network; the page around it is our own. The file needs nothing from anywhere
else: its policy forbids every request and every script but its own.
"""

from __future__ import annotations

import base64
import hashlib
import re
from importlib import resources
from importlib.resources.abc import Traversable

import networkx as nx
from jinja2 import Environment
from markupsafe import Markup
from pyvis.network import Network

from graph.errors import GraphError
from graph.page.payload import PageNode, Payload, payload
from graph.page.texts import script_json, visible

#: The scripts and styles of the page, in the order in which they are joined.
SCRIPTS = (
    "data.js",
    "time.js",
    "state.js",
    "words.js",
    "text.js",
    "pack.js",
    "layout.js",
    "story.js",
    "panel.js",
    "search.js",
    "filters.js",
    "timeline.js",
    "positions.js",
    "proposals.js",
    "weblayout.js",
    "web.js",
    "save.js",
    "main.js",
)
STYLES = ("base.css", "story.css", "panel.css", "views.css", "print.css")

_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)


def to_html(network: nx.MultiDiGraph[str], *, title: str = "") -> str:
    """Return the page of a network as one self-contained HTML document.

    Every string of the network is shown as text, never as markup. The same network
    gives the same page. Nothing is written, and the network is left as it was.

    Args:
        network: as ``graph.network`` describes it.
        title: heading of the page and name of its window; where it is empty, the
            two sides that act most give it.

    Returns:
        HTML that a browser opens from disk, without a server or a network.

    Raises:
        GraphError: the installed pyvis brings no vis-network.
    """
    shown = payload(network, title=title)
    title = str(shown.about["title"])
    drawn = _pyvis(shown)
    nodes, edges, _, _, _, _ = drawn.get_network_data()
    files = resources.files("graph.page")
    app = _joined(files / "js", SCRIPTS)
    script = f'(() => {{\n"use strict";\n{app}\n}})();\n'
    library = _vis_network()
    style = _joined(files / "css", STYLES)
    template = Environment(autoescape=True, keep_trailing_newline=True).from_string(
        (files / "template.html").read_text("utf-8")
    )
    return template.render(
        title=visible(title),
        policy=_policy(scripts=(library, script), style=style),
        style=_verbatim(style),
        library=_verbatim(library),
        script=_verbatim(script),
        network=Markup(script_json({"nodes": nodes, "edges": edges})),
        about=Markup(script_json(shown.about)),
        texts=Markup(script_json(shown.texts)),
    )


def _pyvis(shown: Payload) -> Network:
    """Build the pyvis network, one node and one edge at a time."""
    drawn = Network(directed=True, cdn_resources="in_line")
    drawn.node_ids = _Ids()
    for node in shown.nodes:
        drawn.add_node(
            node.id,
            label=node.label,
            shape=node.shape,
            color=node.colour,
            size=node.size,
            **_lines(node),
            **node.facts,
        )
    for edge in shown.edges:
        drawn.add_edge(edge.source, edge.target, title=edge.label, **edge.facts)
    return drawn


class _Ids(list[int]):
    """Ids that are quickly asked after: pyvis looks through them for every edge."""

    def __init__(self) -> None:
        super().__init__()
        self._known: set[object] = set()

    def append(self, node: int) -> None:
        """Add an id at the end."""
        super().append(node)
        self._known.add(node)

    def __contains__(self, node: object) -> bool:
        return node in self._known


def _lines(node: PageNode) -> dict[str, object]:
    """Return the outline of what did not happen, or not yet."""
    modality = node.facts.get("modality", "actual")
    if modality == "actual" and not node.facts.get("denied"):
        return {}
    dashes = [2, 3] if modality == "hypothetical" else [6, 4]
    return {"shapeProperties": {"borderDashes": dashes}, "hollow": True}


def _joined(folder: Traversable, names: tuple[str, ...]) -> str:
    parts = [(folder / name).read_text("utf-8") for name in names]
    return "\n".join(parts).replace("\r\n", "\n")


def _vis_network() -> str:
    """Return the newest vis-network that pyvis ships, without its source map."""
    folder = resources.files("pyvis") / "lib"
    found = {
        entry.name: entry / "vis-network.min.js"
        for entry in folder.iterdir()
        if entry.name.startswith("vis-") and (entry / "vis-network.min.js").is_file()
    }
    if not found:
        msg = "pyvis brings no vis-network: install pyvis 0.3.2 or a later 0.3"
        raise GraphError(msg)
    newest = max(found, key=lambda name: [int(n) for n in re.findall(r"\d+", name)])
    text = found[newest].read_text("utf-8").replace("\r\n", "\n")
    return _SOURCE_MAP.sub("", text)


def _verbatim(text: str) -> Markup:
    """Return our own script or style for the template, unless it would end early."""
    if re.search(r"</(script|style)|<!--", text, re.IGNORECASE):
        msg = "a script or style of the page holds a closing tag"
        raise GraphError(msg)
    return Markup(text)


def _policy(*, scripts: tuple[str, ...], style: str) -> str:
    allowed = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
