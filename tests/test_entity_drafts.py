"""What one article names twice over is one body."""

import spacy

from extract.entity_drafts import Draft, mention, records

TEXT = "The Fund for Roads (FFR) met. FFR said no. Roads were shut."


def draft(doc, *names, kind="organization"):
    found = Draft(kind, names[0])
    for name in names:
        at = doc.text.index(name)
        found.mentions |= mention(doc, at, at + len(name))
    return found


def test_a_body_found_by_its_words_and_by_its_initials_is_one():
    doc = spacy.blank("en")(TEXT)
    full, both = draft(doc, "Fund for Roads"), draft(doc, "Fund for Roads", "FFR")

    found = records(doc, [full, both, draft(doc, "Fund for Roads")])

    assert [[m.quoted.text for m in e.mentions] for e in found] == [
        ["Fund for Roads", "FFR"]
    ]


def test_two_bodies_of_one_span_are_kept_once_and_other_kinds_stay():
    doc = spacy.blank("en")(TEXT)
    place = draft(doc, "Fund for Roads", kind="place")

    found = records(
        doc, [draft(doc, "Fund for Roads"), draft(doc, "Fund for Roads"), place]
    )

    assert [e.kind for e in found] == ["organization", "place"]
