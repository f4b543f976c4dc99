"""Set phrases by which somebody says that a text departs from what was agreed."""

import pytest

OPENING = (
    "The union and the company agreed on a first draft in May. The company's new draft"
    " arrived on Monday. "
)


@pytest.fixture(scope="module")
def claims(reading_of):
    """Return the changes claimed in a made-up text about a draft."""
    return lambda text: [
        (found.kind, found.old.text if found.old else None, found.claimed_by)
        for found in reading_of(OPENING + text).deviations
    ]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It is silent on the night bus, union leader Ada Quill said.", "omitted"),
        ("The text makes no mention of the night bus, Ada Quill said.", "omitted"),
        (
            "Ada Quill said the draft limits the rise to 2 percent, where 3 percent had"
            " been agreed.",
            "changed",
        ),
        (
            "Ada Quill said the rise had been cut to 2 percent instead of the agreed 3"
            " percent.",
            "changed",
        ),
        (
            '"We agreed on 3 percent and now they offer 2 percent," Ada Quill said.',
            "changed",
        ),
        (
            "Ada Quill accused the company of reneging on its promise of a night bus.",
            "changed",
        ),
        (
            "Ada Quill said that the new text drops any reference to the night bus.",
            "omitted",
        ),
        (
            "The length of the shift, Ada Quill said, has gone from 8 to 10 hours.",
            "changed",
        ),
    ],
    ids=lambda value: value[-30:],
)
def test_a_set_phrase_claims_a_change(claims, text, kind):
    assert (kind, "Ada Quill") in [(found, who) for found, _, who in claims(text)]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill said the union lowered its claim from 5 to 4 percent.",
        "Ada Quill said many workers have become poor.",
        "Ada Quill said the plan would add 60 million euros to the bill.",
    ],
    ids=lambda value: value[-30:],
)
def test_an_own_step_or_a_consequence_is_no_deviation(claims, text):
    assert claims(text) == []
