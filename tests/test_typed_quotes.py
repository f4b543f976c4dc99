"""Wire copy types its quotation marks ``so''; it is read like any other quotation."""

import pytest

pytestmark = pytest.mark.model

MARKS = [('"', '"'), ("“", "”"), ("``", "''")]
TEXT = "Talks\n\nThe union is ready. {}We will not sign,{} Ann Lee said. {}No more.{}\n"


@pytest.mark.parametrize(("opens", "ends"), MARKS)
def test_a_sentence_ends_where_it_ends_with_other_marks(nlp, opens, ends):
    doc = nlp(TEXT.format(opens, ends, opens, ends))
    assert doc.text == TEXT.format(opens, ends, opens, ends)
    assert [sent.text.strip() for sent in doc.sents] == [
        "Talks",
        "The union is ready.",
        f"{opens}We will not sign,{ends} Ann Lee said.",
        f"{opens}No more.{ends}",
    ]


@pytest.mark.parametrize(("opens", "ends"), MARKS)
def test_a_mark_is_one_word_however_it_is_typed(nlp, opens, ends):
    doc = nlp(TEXT.format(opens, ends, opens, ends))
    marks = [token.text for token in doc if token.tag_ in ("``", "''")]
    assert marks == [opens, ends, opens, ends]
