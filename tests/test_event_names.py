"""An event's label says once what happened."""

import pytest

from extract.event_labels import event_label


@pytest.mark.parametrize(
    ("kind", "name", "topic", "label"),
    [
        ("signing", "Signing", "signature", "Signing"),
        ("signing", "Signing", "wages", "Signing on wages"),
        ("deadline", "Expiry", "duration", "Expiry"),
        ("sanction", "Embargo", "sanctions", "Embargo"),
        ("sanction", "Embargo", "oil", "Embargo on oil"),
    ],
)
def test_a_topic_that_says_the_type_again_is_left_out(kind, name, topic, label):
    found = event_label(
        kind, name, participants=(), places=(), modality="actual", topic=topic
    )

    assert found == label
