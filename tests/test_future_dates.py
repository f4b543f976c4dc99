"""A publication date after today is reported; nothing else hangs on the clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from typer.testing import CliRunner

from extract.articles import article_of, future_dates
from graph.cli import app
from graph.commands.common import ExitCode

TODAY = date(2024, 2, 29)


def published(day):
    return replace(article_of("They met.", file="a.txt"), published=day)


@pytest.mark.parametrize(
    "day", [None, date(2024, 2, 29), date(1999, 1, 1)], ids=["undated", "today", "past"]
)
def test_what_may_have_been_published_by_today_is_not_reported(day):
    assert future_dates([published(day)], today=TODAY) == ()


def test_a_publication_date_after_today_is_reported_with_what_to_do():
    (line,) = future_dates([published(date(2024, 3, 1))], today=TODAY)

    assert line == (
        "a.txt: published 2024-03-01 is after today, 2024-02-29: "
        "correct it in manifest.csv"
    )


@pytest.mark.model
def test_the_command_line_reports_it_and_reads_the_article_all_the_same(tmp_path):
    (tmp_path / "a.txt").write_text("They met on Monday.", encoding="utf-8")
    rows = "file,title,publisher,url,published\na.txt,,,,2999-01-01\n"
    (tmp_path / "manifest.csv").write_text(rows, encoding="utf-8")

    done = CliRunner().invoke(app, ["extract", str(tmp_path)])

    assert done.exit_code == ExitCode.BAD_INPUT
    assert "check: a.txt: published 2999-01-01 is after today" in done.stderr
    assert "Monday = 2998-12-31" in done.stdout
