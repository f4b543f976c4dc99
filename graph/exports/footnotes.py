"""A chronology in Markdown, ready to publish: every line has its footnotes."""

from __future__ import annotations

import re

from extract.label_words import is_marked
from extract.records import Article
from graph.rows import Row, Rows
from graph.story import Story


def to_markdown(story: Story) -> bytes:
    """Return dated events in order, then undated ones; sources are footnotes.

    What articles say is escaped, so that it stands as text.
    """
    articles = {article.file: article for article in story.articles}
    lines = ["# Chronology", ""]
    notes: list[str] = []
    undated = False
    for row in Rows(story).timeline():
        if row["begin"] is None and not undated:
            lines += ["", "## Undated", ""]
            undated = True
        marks = []
        for evidence in row["evidence"]:
            notes.append(_note(len(notes) + 1, evidence, articles))
            marks.append(f"[^{len(notes)}]")
        lines.append(f"- {_line(row)}{''.join(marks)}")
    return ("\n".join([*lines, "", *notes]) + "\n").encode("utf-8")


def _line(row: Row) -> str:
    begin, last = row["begin"], row["last"]
    when = (
        ""
        if begin is None
        else begin
        if last in (None, begin)
        else f"{begin} to {last}"
    )
    said = is_marked(row["label"], row["modality"])
    told = "" if said else f" ({row['modality']})"
    who = escape(", ".join(row["participants"]))
    parts = [f"**{when}** " if when else "", escape(row["label"]), told]
    return "".join(parts) + (f" - {who}" if who else "")


def _note(number: int, evidence: Row, articles: dict[str, Article]) -> str:
    article = articles[evidence["file"]]
    words = escape(" ".join(evidence["text"].split()))
    source = [article.publisher, article.title, article.file]
    named = ", ".join(escape(part) for part in source if part)
    day = f", {article.published}" if article.published else ""
    return f"[^{number}]: \u201c{words}\u201d {named}{day}."


def escape(text: str) -> str:
    r"""Return text that Markdown and HTML leave as it is.

    >>> escape("*[x](javascript:y)* <b>")
    '\\*\\[x\\]\\(javascript:y\\)\\* &lt;b&gt;'
    """
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_{}\[\]()#+!|~^])", r"\\\1", " ".join(text.split()))
