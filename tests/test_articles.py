"""Files, folders, pages and standard input become articles; bad input is named."""

import http.server
import io
import threading
from datetime import date

import pytest

from extract.articles import load_articles
from extract.manifest import read_manifest

PAGE = """<html><head><title>Ferry talks fail</title>
<meta property="article:published_time" content="2021-05-04T10:00:00Z"></head>
<body><nav>Home Sport</nav><article><h1>Ferry talks fail</h1>
<p>Talks between the ferry crews and the owners failed on Monday, both sides said.
The crews want three more days of leave and an end to split shifts this year.</p>
<p>The owners said that they would make a new offer within a week of the vote, and that
no ferry would sail before the harbour council had looked at the plans again.</p>
</article></body></html>"""


def write(folder, **files):
    for name, content in files.items():
        path = folder / name.replace("_txt", ".txt").replace("_csv", ".csv")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def test_a_folder_gives_its_articles_by_name_with_what_the_manifest_says(tmp_path):
    write(
        tmp_path,
        b_txt="They met.",
        a_txt="They left.",
        manifest_csv="file,title,publisher,url,published\na.txt,Left,News,,2021-05-04\n",
    )

    found = load_articles([tmp_path])

    assert found.problems == ()
    assert [(a.file, a.title, a.publisher, a.published) for a in found.articles] == [
        ("a.txt", "Left", "News", date(2021, 5, 4)),
        ("b.txt", None, None, None),
    ]


def test_the_text_is_the_files_content_exactly(tmp_path):
    write(tmp_path, a_txt="\r\n  They met.\r\n\r\n")

    assert load_articles([tmp_path]).articles[0].text == "\r\n  They met.\r\n\r\n"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"  \n", "is empty"),
        (b"\xff\xfe\x00T", "is no UTF-8 text"),
        (b"PK\x00\x00", "is no text"),
    ],
    ids=["no bytes", "white space", "UTF-16", "NUL bytes"],
)
def test_an_unusable_file_is_named_and_the_rest_is_read(tmp_path, content, says):
    write(tmp_path, bad_txt=content, good_txt="They met.")

    found = load_articles([tmp_path])

    assert [article.file for article in found.articles] == ["good.txt"]
    (problem,) = found.problems
    assert "bad.txt" in problem
    assert says in problem


def test_a_missing_folder_is_named():
    (problem,) = load_articles(["no-such-folder"]).problems

    assert problem == (
        "no-such-folder: there is no such file or folder: check the name"
    )


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("a.txt,,,,March 3", "'March 3' is no date"),
        ("gone.txt,,,,", "names gone.txt, which is not in"),
        (",Title,,,", "names no file"),
        ("a.txt,,", "another number of fields"),
        ("a.txt,,,,,,", "another number of fields"),
        ("a.txt,,,,\na.txt,,,,", "names a.txt again"),
    ],
)
def test_a_broken_manifest_row_is_named_with_its_line(tmp_path, row, says):
    write(
        tmp_path, a_txt="x", manifest_csv=f"file,title,publisher,url,published\n{row}\n"
    )

    problems = read_manifest(tmp_path).problems

    assert len(problems) == 1
    assert says in problems[0]
    assert "line" in problems[0]


def test_each_broken_manifest_row_is_named_with_its_own_line(tmp_path):
    rows = "a.txt,,,,soon\ngone.txt,,,,\n"
    write(
        tmp_path, a_txt="x", manifest_csv=f"file,title,publisher,url,published\n{rows}"
    )

    problems = read_manifest(tmp_path).problems

    assert ["line 2:" in problems[0], "line 3:" in problems[1]] == [True, True]


def test_a_manifest_without_a_file_column_says_how_to_begin(tmp_path):
    write(tmp_path, manifest_csv="name;date\n")

    (problem,) = read_manifest(tmp_path).problems

    assert "begin it with the line file,title,publisher,url,published" in problem


def test_the_same_text_twice_is_one_article(tmp_path):
    write(tmp_path, a_txt="They met.", b_txt="They met.")

    assert [a.file for a in load_articles([tmp_path]).articles] == ["a.txt"]


def test_standard_input_is_an_article(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"They met.")))

    (article,) = load_articles(["-"]).articles

    assert (article.file, article.text) == ("-", "They met.")


def test_a_page_gives_its_body_title_and_day(tmp_path):
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")

    (article,) = load_articles([tmp_path]).articles

    assert article.title == "Ferry talks fail"
    assert article.published == date(2021, 5, 4)
    assert article.published_basis == "stated"
    assert "Home Sport" not in article.text
    assert "both sides said" in article.text


@pytest.fixture
def site():
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            body = PAGE.encode() if self.path == "/talks" else b""
            self.send_response(200 if body else 404)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_an_address_is_fetched(site):
    (article,) = load_articles([f"{site}/talks"]).articles

    assert article.url == f"{site}/talks"
    assert article.published == date(2021, 5, 4)


def test_an_address_that_gives_nothing_is_named(site):
    found = load_articles([f"{site}/gone"])

    assert found.articles == ()
    assert f"{site}/gone: cannot be fetched" in found.problems[0]


def test_a_date_before_newspapers_is_reported(tmp_path):
    write(
        tmp_path,
        a_txt="x",
        manifest_csv="file,title,publisher,url,published\na.txt,,,,1622-01-01\n",
    )

    (problem,) = load_articles([tmp_path]).problems

    assert "is before 1800" in problem
