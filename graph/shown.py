"""A page inside a notebook: JupyterLab, Notebook, VS Code and nbconvert alike."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape

from graph.story import Story

__all__ = ["ShownPage", "summary_html"]


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A whole HTML page that a notebook shows in a frame of its own.

    Attributes:
        page: the page.
        height: of the frame, in pixels.

    >>> ShownPage("<p>They met.</p>", height=90)._repr_html_()[:45]
    '<div><iframe srcdoc="&lt;p&gt;They met.&lt;/p'
    """

    page: str = field(repr=False)
    height: int = 720

    def _repr_html_(self) -> str:
        return (
            f'<div><iframe srcdoc="{escape(self.page, quote=True)}" width="100%" '
            f'height="{int(self.height)}" style="border:0" title="The negotiation">'
            "</iframe></div>"
        )


def summary_html(story: Story) -> str:
    """Return what a story holds, and its main line, as a little HTML.

    >>> summary_html(Story(articles=()))[:30]
    '<p><b>0</b> articles, <b>0</b>'
    """
    counts = ", ".join(
        f"<b>{len(things)}</b> {name}"
        for name, things in (
            ("articles", story.articles),
            ("events", story.events),
            ("statements", story.statements),
            ("proposals", story.proposals),
            ("people, places and parties", story.entities),
        )
    )
    labels = {
        **{each.iri: (each.begin, each.label) for each in story.events},
        **{each.iri: (each.date, each.label) for each in story.proposals},
        **{
            each.iri: (each.date, f"{each.topic}: {each.kind}")
            for each in story.deviations
        },
    }
    items = "".join(
        f"<li><b>{escape(when or '?')}</b> {escape(label)}</li>"
        for when, label in (labels[iri] for iri in story.main_line if iri in labels)
    )
    return f"<p>{counts}</p>" + (f"<ol>{items}</ol>" if items else "")
