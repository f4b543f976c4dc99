"""Static figures for papers: the timeline, and who stands where on what.

Matplotlib draws them; the ``[notebook]`` extra installs it. A figure is returned,
never shown or saved.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from graph.errors import GraphError
from graph.rows import Row

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: Okabe and Ito's colours, told apart by the colour-blind.
COLOURS: Final = {
    "supports": "#009E73",
    "rejects": "#D55E00",
    "neutral": "#56B4E9",
    "unclear": "#999999",
}
_MARKS: Final = {"supports": "o", "rejects": "X", "neutral": "s", "unclear": "D"}
#: Sides and topics shown at most, those with most positions first.
MOST: Final = 14


def plot_timeline(rows: Sequence[Row], *, main_line_only: bool = True) -> Figure:
    """Return a figure of dated events from left to right, labels above and below.

    Args:
        rows: of ``Rows.timeline``.
        main_line_only: leave out what is not on the main line, unless nothing is.

    Raises:
        GraphError: matplotlib is not installed.
    """
    dated = [row for row in rows if row["begin"]]
    chosen = [row for row in dated if row["main_line"]] if main_line_only else dated
    shown = chosen or dated
    figure, axes = _axes(10, 3.6)
    axes.axhline(0, color="#444444", linewidth=1)
    # Equal steps: a week of talks would vanish beside months of silence.
    for place, row in enumerate(shown):
        height = (1, -1, 2, -2)[place % 4]
        actual = row["modality"] == "actual"
        axes.plot([place, place], [0, height], color="#999999", linewidth=0.8)
        axes.plot(place, 0, "o", color="#0072B2", mfc="#0072B2" if actual else "white")
        axes.text(
            place,
            height,
            _wrapped(f"{row['begin']}\n{row['label']}"),
            ha="center",
            va="bottom" if height > 0 else "top",
            fontsize=8,
        )
    axes.set_ylim(-4, 4)
    axes.set_xlim(-0.7, max(len(shown) - 0.3, 0.7))
    axes.axis("off")
    axes.set_title("In order of time, not to scale", fontsize=9, loc="left")
    return figure


def plot_positions(rows: Sequence[Row], *, topic: str | None = None) -> Figure:
    """Return a figure of positions: sides by topics, the latest stance in each cell.

    Args:
        rows: of ``Rows.positions``.
        topic: one topic: then sides by date, so that changes can be seen.

    Raises:
        GraphError: matplotlib is not installed.
    """
    wanted = [row for row in rows if topic is None or row["topic"] == topic]
    sides = _most(row["side"] for row in wanted)
    if topic is None:
        columns: list[str] = _most(row["topic"] for row in wanted)
        at = "topic"
    else:
        columns = sorted({str(row["date"] or "undated") for row in wanted})
        at = "date"
    figure, axes = _axes(2 + 0.6 * max(len(columns), 3), 1.2 + 0.4 * max(len(sides), 2))
    used: set[str] = set()
    latest = {
        (str(row["side"]), str(row[at] or "undated")): str(row["stance"])
        for row in sorted(wanted, key=lambda r: str(r["date"] or ""))
    }
    for (side, column), stance in latest.items():
        if side not in sides or column not in columns:
            continue
        axes.plot(
            columns.index(column),
            sides.index(side),
            _MARKS[stance],
            color=COLOURS[stance],
            markersize=9,
            label=None if stance in used else stance,
        )
        used.add(stance)
    axes.set_xticks(range(len(columns)), columns, rotation=40, ha="right", fontsize=8)
    axes.set_yticks(range(len(sides)), sides, fontsize=8)
    axes.set_xlim(-0.5, max(len(columns) - 0.5, 0.5))
    axes.set_ylim(max(len(sides) - 0.5, 0.5), -0.5)
    axes.grid(color="#dddddd", linewidth=0.5)
    axes.set_axisbelow(True)
    if used:
        axes.legend(
            loc="upper left", bbox_to_anchor=(1.01, 1), fontsize=8, frameon=False
        )
    return figure


def _axes(width: float, height: float) -> tuple[Figure, Axes]:
    try:
        from matplotlib.figure import Figure
    except ImportError as error:
        msg = "figures need matplotlib: pip install 'parleygraph[notebook]'"
        raise GraphError(msg) from error
    figure = Figure(figsize=(width, height), layout="constrained")
    return figure, figure.subplots()


def _wrapped(text: str, width: int = 22) -> str:
    import textwrap

    lines = [textwrap.shorten(line, 60, placeholder="...") for line in text.split("\n")]
    return "\n".join(part for line in lines for part in textwrap.wrap(line, width))


def _most(values: Any) -> list[str]:
    counts: dict[str, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    ranked = sorted(counts, key=lambda value: (-counts[value], value))
    return sorted(ranked[:MOST])
