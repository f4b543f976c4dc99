"""An article is cut into blocks that are read one by one; furniture is set apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.blocks import readable, split_blocks


def cut(text):
    return [(block.kind, text[block.start : block.end]) for block in split_blocks(text)]


def test_each_line_is_a_paragraph_where_lines_end_sentences():
    text = "Talks opened.\nThe union left.\n\nThey will meet again."

    assert cut(text) == [
        ("body", "Talks opened."),
        ("body", "The union left."),
        ("body", "They will meet again."),
    ]


def test_hard_wrapped_lines_are_one_paragraph_until_an_indented_line():
    text = (
        "    PORT TALKS OPEN\n\n    ROTTERDAM, May 3 - The dockers said they would\n"
        "meet the owners again on\nMonday to discuss pay.\n"
        "    The owners said no more than\nthat they would come.\n"
    )

    assert cut(text) == [
        ("title", "PORT TALKS OPEN"),
        (
            "body",
            "ROTTERDAM, May 3 - The dockers said they would\n"
            "meet the owners again on\nMonday to discuss pay.",
        ),
        ("body", "The owners said no more than\nthat they would come."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Read more",
        "Related article: Ferry crews vote",
        "• facebook",
        "News > Europe",
        "https://example.org/news/1",
        "[ad_1]",
        "(Reporting by A. Writer; Editing by B. Editor)",
        "Sign up for our newsletter to get it in your inbox every day.",
        "* * *",
    ],
)
def test_what_a_page_carries_around_an_article_is_furniture(line):
    text = f"Crews voted on Monday.\n\n{line}\n\nThey will strike."

    assert cut(text)[1] == ("boilerplate", line)


@pytest.mark.parametrize(
    "line",
    ["March 30, 2022", "Published 23 September 2022", "12-MAR-1987 13:57:52.72"],
)
def test_a_line_that_only_dates_the_article_is_a_dateline(line):
    assert cut(f"{line}\n\nCrews voted on Monday.")[0] == ("dateline", line)


def test_a_photo_credit_is_parted_from_its_caption():
    text = "Talks\n\nMinister Ana Ruiz. Juan Perez / City News Agency\n\nThey met."

    assert cut(text) == [
        ("title", "Talks"),
        ("caption", "Minister Ana Ruiz."),
        ("boilerplate", "Juan Perez / City News Agency"),
        ("body", "They met."),
    ]


@pytest.mark.parametrize(
    "outlet",
    [
        "– Voice of America",
        "- BBC News",
        "| Harbour Gazette",
        "— portnews.com",
        "| Coast | Tideline",
    ],
)
def test_the_name_of_an_outlet_is_no_part_of_its_headline(outlet):
    assert cut(f"Ferries sail again {outlet}\n\nThey sail.") == [
        ("title", "Ferries sail again"),
        ("caption", outlet),
        ("body", "They sail."),
    ]


@pytest.mark.parametrize(
    "headline",
    ["No progress in port talks - minister", "Strike off – Anna Berg", "A - B"],
)
def test_who_is_quoted_behind_a_dash_stays_in_the_headline(headline):
    assert cut(f"{headline}\n\nThey sail.")[0] == ("title", headline)


def test_short_lines_after_the_last_sentence_are_tags():
    assert cut("They met.\n\nAna Ruiz\nFerries")[1:] == [
        ("boilerplate", "Ana Ruiz"),
        ("boilerplate", "Ferries"),
    ]


def test_a_body_that_mentions_a_newsletter_once_stays():
    text = "The union wrote in its newsletter that talks had failed."

    assert cut(text) == [("body", text)]


@given(st.text())
def test_any_text_is_cut_in_order_and_only_white_space_is_left_out(text):
    blocks = split_blocks(text)

    edges = [edge for block in blocks for edge in (block.start, block.end)]
    assert edges == sorted(edges)
    kept = "".join(text[block.start : block.end] for block in blocks)
    assert "".join(kept.split()) == "".join(text.split())


@given(st.text())
def test_blanking_markup_keeps_every_offset(text):
    assert len(readable(text)) == len(text)


def test_markup_is_blanked_out():
    assert readable("was <u>played</u>\ndown") == "was    played     down"
