"""What a merged event is called: built from all its tellings, never a fragment."""

from __future__ import annotations

import pytest

from graph.chronology import tell
from tests.ferry_strike import Paper, ferry_strike

BOTH = ("Norlink", "Seafarers' Union")


def paper(name, text):
    return Paper(f"{name}.txt", "2031-05-08", f"{text} So says the {name}.")


def labels(*papers):
    return [event.label for event in tell([p.reading() for p in papers]).events]


def test_talks_are_called_by_both_sides_where_one_paper_names_only_one():
    text = "Norlink met the Seafarers' Union for wage talks in Port Vell."
    one = paper("post", text).event(
        "talks", "wage talks", begin="2031-05-06", who=BOTH[:1], where=("Port Vell",),
        label="Wage talks with Norlink in Port Vell",
    )  # fmt: skip
    two = paper("news", text).event(
        "talks", "wage talks in Port Vell", begin="2031-05-06", who=BOTH,
        where=("Port Vell",), label="Talks in Port Vell",
    )  # fmt: skip

    assert labels(one, two) == ["Norlink-Seafarers' Union wage talks in Port Vell"]


def test_the_side_is_left_out_beside_who_speaks_for_it():
    text = "Dahl for Norlink refused a rest period."
    told = paper("post", text).event(
        "rejection", "refused a rest period", begin="2031-05-07",
        who=("Ivo Dahl", "Norlink"), topics=("rest",),
        label="Refusal by Ivo Dahl and Norlink on rest",
    )  # fmt: skip

    assert labels(told) == ["Refusal by Ivo Dahl on rest"]


def test_a_topic_of_few_tellings_is_left_out():
    text = "Dahl refused a rest period."
    known = {"begin": "2031-05-07", "who": ("Ivo Dahl",)}
    papers = [
        paper(name, text).event(
            "rejection", "refused", label="Refusal by Ivo Dahl", **known
        )
        for name in ("post", "news")
    ]
    papers.append(
        paper("herald", text).event(
            "rejection", "refused", label="Refusal by Ivo Dahl on wages",
            topics=("wages",), **known,
        )
    )  # fmt: skip

    assert labels(*papers) == ["Refusal by Ivo Dahl"]


@pytest.mark.parametrize(
    ("kind", "label", "told"),
    [
        ("walkout", "Walkout by Norlink on talks", "Walkout by Norlink from talks"),
        ("rejection", "Refusal by Norlink on talks", "Refusal of talks by Norlink"),
        ("agreement", "Agreement by Norlink on talks", "Agreement by Norlink"),
        ("signing", "Signing by Norlink on signature", "Signing by Norlink"),
    ],
)
def test_a_label_says_nothing_twice(kind, label, told):
    text = "Norlink did so."
    event = paper("post", text).event(
        kind, "did so", begin="2031-05-07", who=("Norlink",), label=label,
        topics=(label.rpartition(" on ")[2],),
    )  # fmt: skip

    assert labels(event) == [told]


def test_a_plan_that_came_about_is_no_longer_called_planned():
    text = "Norlink and the Seafarers' Union hold talks in Port Vell."
    known = {"begin": "2031-05-06", "who": BOTH, "where": ("Port Vell",)}
    plan = paper("post", text).event(
        "talks", "talks in Port Vell", modality="planned",
        label="Talks in Port Vell (planned)", **known,
    )  # fmt: skip
    held = paper("news", text).event(
        "talks", "talks in Port Vell", label="Talks in Port Vell", **known
    )

    assert labels(plan) == ["Norlink-Seafarers' Union talks in Port Vell (planned)"]
    assert labels(plan, held) == ["Norlink-Seafarers' Union talks in Port Vell"]


def test_a_claimed_deviation_says_on_what():
    claims = [e.label for e in tell(ferry_strike()).events if e.type == "deviation"]

    assert claims
    assert all(label.endswith(" on rest") for label in claims)
