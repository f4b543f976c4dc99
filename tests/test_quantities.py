"""Numbers in a term are values with units."""

import pytest

from extract.quantities import quantities_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a 15-year consultation period", [(15.0, "year")]),
        ("within three days", [(3.0, "day")]),
        ("a 2.5 percent wage rise", [(2.5, "percent")]),
        ("300 000 reservists", [(300000.0, "reservist")]),
        ("360,000 tonnes at 150 cents", [(360000.0, "tonne"), (150.0, "cent")]),
        ("$14 billion over five years", [(1.4e10, "USD"), (5.0, "year")]),
        ("100 billion dollars a year", [(1e11, "USD")]),
        ("6 million board feet", [(6e6, "foot")]),
        ("20,000 metric tons of beef", [(20000.0, "ton")]),
        ("on January 23 after ratification", []),
        ("duties paid since 2016 be refunded", []),
        ("one of the parties", []),
    ],
)
def test_a_number_is_read_with_its_unit(text, found):
    assert [(q.value, q.unit) for q in quantities_in(text)] == found


def test_a_number_points_at_its_words():
    text = "raises of 24 percent"

    (found,) = quantities_in(text, 100)

    assert (found.quoted.start, found.quoted.end) == (110, 120)
    assert found.quoted.text == "24 percent"
