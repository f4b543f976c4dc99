"""Days by which debts are paid, agreements run out, and visits of state."""

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The bond matures on July 3.", ("deadline", "2024-07-03", "Debt due")),
        ("The loan falls due in July.", ("deadline", "2024-07", "Debt due")),
        (
            "The extension of the accord runs out on October 31.",
            ("deadline", "2024-10-31", "Expiry"),
        ),
    ],
)
def test_what_falls_due_or_runs_out_is_a_deadline(reading_of, text, row):
    found = [(e.type, e.begin, e.label) for e in reading_of(text).events]
    assert row in found, found


def test_a_state_visit_is_nobody_s_by_the_name_of_state(reading_of):
    text = "President Jo Sarn paid a state visit to Oslo on Monday."
    found = [e for e in reading_of(text).events if e.type == "visit"]
    assert [(e.participants, e.places) for e in found] == [(("Jo Sarn",), ("Oslo",))]
