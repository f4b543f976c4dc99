"""Bodies across articles: a short name is the one firm whose name begins with it."""

import pytest

from extract.records import Article, Entity, Mention, Quoted, Reading
from graph.identity import identify


def bodies(*names):
    """Return how many bodies the names are, each name in an article of its own."""
    readings = []
    for number, name in enumerate(names):
        quoted = Quoted(start=0, end=len(name), text=name)
        body = Entity(
            id="e1", kind="organization", name=name, mentions=(Mention(quoted=quoted),)
        )
        key = f"{number:016x}"
        made = Article(file=f"{key}.txt", id=key, text=name)
        readings.append(Reading(article=made, entities=(body,)))
    identity = identify(readings)
    return len(identity.entities)


@pytest.mark.parametrize(
    ("names", "count"),
    [
        (("Alder Foods Corp.", "Alder"), 1),
        (("Alder", "Alder Foods Corp."), 1),
        (("Alder Foods", "Alder"), 2),
        (("Alder Foods Corp.", "Alder Roads Ltd.", "Alder"), 3),
        (("Orsk Foods Corp.", "Foo"), 2),
    ],
    ids=["firm", "either order", "no legal form", "two firms", "no first word"],
)
def test_a_short_name_is_the_only_firm_whose_name_begins_with_it(names, count):
    assert bodies(*names) == count
