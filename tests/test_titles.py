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


@pytest.mark.parametrize(
    ("kind", "label", "words", "trigger", "told"),
    [
        (
            "pledge", "Pledge by Ivo Dahl", "vowed to keep all crews on their ships.",
            "vowed", "Pledge by Ivo Dahl to keep all crews on their ships",
        ),
        (
            "pledge", "Pledge by Ivo Dahl", "pledged that no ship would be sold.",
            "pledged", "Pledge by Ivo Dahl that no ship would be sold",
        ),
        (
            "rejection", "Refusal by Ivo Dahl", "would not tolerate a lockout when",
            "tolerate", "Refusal by Ivo Dahl to tolerate a lockout",
        ),
        (
            "rejection", "Rejection by Ivo Dahl", "refused to sign, and left.",
            "refused", "Refusal by Ivo Dahl to sign",
        ),
        (
            "rejection", "Rejection by Ivo Dahl", "rejected the draft on Thursday.",
            "rejected", "Rejection by Ivo Dahl of the draft",
        ),
        (
            "rejection", "Rejection by Ivo Dahl", "ruled the draft out on Thursday.",
            "ruled", "Rejection by Ivo Dahl of the draft",
        ),
        (
            "rejection", "Rejection by Ivo Dahl",
            "rejected Norlink's offer to cut the crews by a third.",
            "rejected", "Rejection by Ivo Dahl of Norlink's offer",
        ),
        (
            "statement", "Warning by Ivo Dahl", "warned on Monday that time ran out.",
            "warned", "Warning by Ivo Dahl that time ran out",
        ),
        (
            "statement", "Accusation by Ivo Dahl", "accused the union of breaking off.",
            "accused", "Accusation by Ivo Dahl against the union",
        ),
        (
            "pledge", "Pledge by Ivo Dahl",
            "promised that the crews would get all that they had been asking for since "
            "the spring of the year before last.",
            "promised", "Pledge by Ivo Dahl",
        ),
        (
            "rejection", "Rejection by Ivo Dahl", "rejected a U.S.-led plan, and left.",
            "rejected", "Rejection by Ivo Dahl of a U.S.-led plan",
        ),
        (
            "pledge", "Pledge by Ivo Dahl", "pledged to swap it for new paper.",
            "pledged", "Pledge by Ivo Dahl",
        ),
        (
            "pledge", "Pledge by Ivo Dahl", "pledged help.", "pledged",
            "Pledge by Ivo Dahl",
        ),
    ],
)  # fmt: skip
def test_a_bare_label_says_what_or_is_left_alone(kind, label, words, trigger, told):
    text = paper("post", f"Dahl of Norlink {words}")
    text.event(
        kind, trigger, begin="2031-05-07", who=("Ivo Dahl",), label=label,
        triggers=(text.at(trigger),),
    )  # fmt: skip

    assert labels(text) == [told]


def test_no_place_follows_what_was_agreed():
    text = paper("post", "Dahl agreed to meet again in Osterby.")
    text.event(
        "agreement", "agreed", begin="2031-05-07", who=("Ivo Dahl",),
        where=("Port Vell",), label="Agreement by Ivo Dahl",
        triggers=(text.at("agreed"),),
    )  # fmt: skip

    assert labels(text) == ["Agreement by Ivo Dahl to meet again in Osterby"]


def test_whoever_takes_part_is_not_named_in_a_label():
    told = paper("post", "Both sides met in Port Vell.").event(
        "talks", "met in Port Vell", begin="2031-05-06", who=("sides",),
        where=("Port Vell",), label="Meeting with sides in Port Vell",
    )  # fmt: skip

    assert labels(told) == ["Meeting in Port Vell"]


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("Shelling on Osterby", "Shelling of Osterby"),
        ("Double blasts on Osterby", "Double blasts in Osterby"),
        ("Air strike on Osterby", "Air strike on Osterby"),
    ],
)
def test_an_attack_takes_its_own_preposition(label, told):
    text = paper("post", "It hit Osterby.").event(
        "attack", "hit", begin="2031-05-06", where=("Osterby",), label=label
    )

    assert labels(text) == [told]


def test_a_bare_attack_says_how_it_went_on():
    text = paper("post", "In Osterby the shelling intensified.")
    text.event("attack", "shelling", label="Shelling", triggers=(text.at("shelling"),))

    assert labels(text) == ["Shelling intensified"]
