"""From articles to an output folder: read, tell, correct, check, write."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from pyoxigraph import Quad

from extract.parallel import read_many
from extract.records import Article, Reading
from graph.chronology import tell
from graph.correcting import correct
from graph.correction_triples import correction_quads
from graph.corrections import Correction, CorrectionFile, in_force
from graph.network import to_network
from graph.output import replaced_whole, write_graph
from graph.printing import main_line
from graph.reader_list import read_known
from graph.reconcile import Service, reconcile
from graph.shapes import check
from graph.story import Story
from graph.triples import quads, sort_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A graph that was built.

    Attributes:
        story: all that the graph says.
        problems: a line for each correction that found no target or made no sense.
        corrections: those in force, in the order of their replay.
    """

    story: Story
    problems: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()

    def quads(self) -> list[Quad]:
        """Return all that the graph holds, sorted."""
        facts = {*quads(self.story), *correction_quads(self.corrections)}
        return sorted(facts, key=sort_key)

    @property
    def counts(self) -> dict[str, int]:
        """Return how many things of each kind the graph holds."""
        return {
            "articles": len(self.story.articles),
            "events": len(self.story.events),
            "statements": len(self.story.statements),
            "proposals": len(self.story.proposals),
            "people, places and parties": len(self.story.entities),
        }

    def main_line(self) -> str:
        """Return the main line of the negotiation as text to print."""
        return main_line(self.story)


def story_of(
    readings: Sequence[Reading],
    *,
    corrections: Path | CorrectionFile | None = None,
    known: Path | None = None,
    service: Service | None = None,
) -> tuple[Story, tuple[str, ...]]:
    """Return the corrected story of readings, and what was wrong with corrections.

    Args:
        readings: one an article.
        corrections: the reader's corrections, or their file.
        known: the reader's list of people and bodies, a CSV file.
        service: asked for what names it knows; ``None`` asks nobody.
    """
    listed = read_known(known) if known else ()
    if service is not None:
        asked = reconcile(tell(readings).entities, service)
        listed = (*listed, *(entry for _, entry, _ in asked if entry))
    held = in_force(corrections)
    told = tell(readings, corrections=held.corrections, listed=listed)
    done = correct(told, held.corrections)
    return done.story, (*held.problems, *done.lost)


def build(
    articles: Sequence[Article],
    *,
    out: Path,
    store: str | Path | None = None,
    corrections: Path | None = None,
    known: Path | None = None,
    service: Service | None = None,
    model: str | None = None,
    jobs: int = 1,
    cluster: str | None = None,
    page: bool = True,
    shapes: bool = True,
    progress: Callable[[Article], None] | None = None,
) -> Built:
    """Read articles and write their graph whole, or leave the output as it was.

    Raises:
        ExtractError: the reading model or the cluster cannot be used.
        ShapeError: the graph breaks its shapes; nothing was written.
        StoreError: the output cannot be written.
    """
    readings = read_many(
        articles, model=model, jobs=jobs, cluster=cluster, progress=progress
    )
    return write(
        readings,
        out=out,
        store=store,
        corrections=corrections,
        known=known,
        service=service,
        page=page,
        shapes=shapes,
    )


def write(
    readings: Sequence[Reading],
    *,
    out: Path,
    store: str | Path | None = None,
    corrections: Path | CorrectionFile | None = None,
    known: Path | None = None,
    service: Service | None = None,
    page: bool = True,
    shapes: bool = True,
) -> Built:
    """Write the graph of readings whole, or leave the output as it was; see build."""
    held = in_force(corrections)
    story, problems = story_of(readings, corrections=held, known=known, service=service)
    built = Built(story=story, problems=problems, corrections=held.corrections)
    facts = built.quads()
    if shapes:
        check(facts)
    with replaced_whole(out) as folder:
        write_graph(folder, facts, store=store)
        if page:
            from graph.view import to_html

            html = to_html(to_network(story))
            (folder / "page.html").write_text(html, encoding="utf-8")
    return built


@contextmanager
def packaged_seeds() -> Iterator[Path]:
    """Give the folder of the five articles that come with Parley."""
    packaged = resources.files("graph").joinpath("seeds")
    if packaged.is_dir():
        with resources.as_file(packaged) as folder:
            yield folder
    else:  # a checkout: the seeds stand beside the rooms
        yield Path(__file__).parent.parent / "seeds"
