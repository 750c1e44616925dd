"""A library as each tool writes it: spreadsheets, browsers, linkding and its API."""

from __future__ import annotations

import codecs
import csv
import io
import json
import unicodedata
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.features.resources import sheets
from bot.features.resources.files import Entry, Refused, read, write

SOON = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)

FIREFOX = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<!-- This is an automatically generated file.
     It will be read and overwritten.
     DO NOT EDIT! -->
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Menu des marque-pages</H1>

<DL><p>
    <DT><H3 ADD_DATE="1700000000" LAST_MODIFIED="1700000001">Formation d’adultes</H3>
    <DD>Ce dossier a une description
    <DL><p>
        <DT><A HREF="https://example.org/a?x=1&amp;y=2" ADD_DATE="1700000000" ICON="data:image/png;base64,AAAA>" TAGS="Pédagogie active,jeu">L’&eacute;valuation &lt;formative&gt;</A>
        <DD>Lu en équipe,
deux fois
        <HR>
        <DT><H3>Classe inversée</H3>
        <DL><p>
            <DT><A HREF="https://example.org/b" ADD_DATE="1700000000">B</A>
        </DL><p>
        <DT><A HREF="https://example.org/c">C</A>
    </DL><p>
    <DT><H3 ADD_DATE="1" PERSONAL_TOOLBAR_FOLDER="true">Ma barre</H3>
    <DL><p>
        <DT><A HREF="javascript:alert(1)">Un gadget</A>
    </DL><p>
</DL>
"""


def content(text: str, name: str) -> list[Entry | Refused]:
    """What a file holds, without the lines."""
    return [found for _, found in read(text.encode(), name)]


# ── spreadsheets ────────────────────────────────────────────────────────────────────────────────


@given(st.text())
def test_a_safe_cell_is_taken_back_exactly(cell: str) -> None:
    """What stands in front of a formula is taken away again, and nothing else is."""
    assert sheets.unsafe(sheets.safe(cell)) == cell
    assert not sheets.safe(cell).startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize(("language", "separator"), [("en", ","), ("fr", ";")])
def test_no_cell_runs_in_a_spreadsheet(language: str, separator: str) -> None:
    """Each of the six signs is held by a quote, and a byte order mark announces the accents."""
    entries = [Entry("=a", "+b", (), "-c", "@d", "", None, "=e")]
    whole = b"".join(write(entries, "csv", language))
    rows = list(csv.reader(io.StringIO(whole.decode("utf-8-sig")), delimiter=separator))

    assert whole.startswith(codecs.BOM_UTF8)
    assert rows[1] == ["'=a", "'+b", "", "'-c", "'@d", "", "", "'=e"]


@pytest.mark.parametrize(
    ("language", "header"),
    [
        ("en", "Address,Title,Tags,Note,Description,Type,Shared on,Shared by"),
        ("fr", "Adresse;Titre;Mots-clés;Note;Description;Type;Date de partage;Partagé par"),
    ],
)
def test_columns_are_named_in_the_language(language: str, header: str) -> None:
    """The first row is read by people, and so are the types."""
    entry = Entry("https://example.org", kind="video")
    rows = b"".join(write([entry], "csv", language)).decode("utf-8-sig").splitlines()

    assert rows[0].replace('"', "") == header
    assert ("vidéo" if language == "fr" else "video") in rows[1]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_sheet_comes_as_each_spreadsheet_saves_it(separator: str, end: str, code: str) -> None:
    """Any separator, any end of line, any of the usual encodings."""
    rows = (("Titre", "LIEN", "Étiquettes"), ("L’été à Liège", "https://example.org", "été"))
    whole = end.join(separator.join(row) for row in rows) + end

    assert list(read(whole.encode(code), "liste.csv")) == [
        (2, Entry("https://example.org", "L’été à Liège", ("été",)))
    ]


def test_lines_are_those_of_the_file() -> None:
    """A cell of three lines does not shift the numbers that follow."""
    text = 'url,note\nhttps://example.org/a,"one\ntwo\nthree"\n\n,\nhttps://example.org/b,\n'

    assert [line for line, _ in read(text.encode(), "x.csv")] == [2, 7]


def test_unknown_columns_are_passed_over() -> None:
    """What we do not know does not stand in the way; an empty column leaves its place to another."""
    text = "stars,url,notes,website title,title\n5,https://example.org,n,Theirs,\n"

    assert content(text, "x.csv") == [Entry("https://example.org", "Theirs", (), "n")]


def test_a_sheet_without_known_columns_says_so() -> None:
    """One refusal for the first line, not one for each."""
    found = list(read(b"stars,size\n1,2\n3,4\n", "x.csv"))

    assert found == [(1, Refused(1, "stars,size", "resource-file-columns"))]


def test_a_bare_list_of_links_is_understood() -> None:
    """Whoever pasted links into a file has named no columns."""
    assert content("https://example.org/a\nhttps://example.org/b\n", "links.txt") == [
        Entry("https://example.org/a"),
        Entry("https://example.org/b"),
    ]


def test_the_separator_that_excel_announces_is_believed() -> None:
    """`sep=;` is a line of the file, not a row of it."""
    assert list(read(b"sep=;\nurl;title\nhttps://example.org;A, b\n", "x.csv")) == [
        (3, Entry("https://example.org", "A, b"))
    ]


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("2026-11-02T09:30:00Z", SOON),
        ("2026-11-02 09:30", SOON),
        ("2026-11-02T10:30:00+01:00", SOON),
        ("1793611800", SOON),
        ("1793611800000", SOON),
        ("1793611800000000", SOON),
        ("02/11/2026 09:30", SOON),
        ("2/11/2026 9:30:00", SOON),
        ("hier", None),
        ("0", None),
        ("99/99/2026", None),
        ("99999999999999999", None),
        ("0001-01-01T00:00:00+14:00", None),
    ],
)
def test_dates_are_read_as_tools_write_them(said: str, at: datetime | None) -> None:
    """What is no date is left out; the entry stays."""
    found = content(f"lien;date de partage\nhttps://example.org;{said}\n", "x.csv")

    assert found == [Entry("https://example.org", shared_at=at)]


def test_a_date_of_two_readings_is_not_guessed() -> None:
    """02/11 is February in one country and November in another: only French columns say which."""
    assert content("url,date\nhttps://example.org,02/11/2026\n", "x.csv") == [
        Entry("https://example.org")
    ]


# ── bookmarks ───────────────────────────────────────────────────────────────────────────────────


def test_a_browser_s_bookmarks_are_read_whole() -> None:
    """Folders and tags, notes of two lines, references, icons with a bracket; in Firefox's words."""
    at = datetime.fromtimestamp(1_700_000_000, UTC)
    folder = "formation-d-adultes"

    assert list(read(FIREFOX.encode(), "bookmarks.html")) == [
        (
            13,
            Entry(
                "https://example.org/a?x=1&y=2",
                "L’évaluation <formative>",
                ("pédagogie-active", "jeu", folder),
                "Lu en équipe,\ndeux fois",
                shared_at=at,
            ),
        ),
        (19, Entry("https://example.org/b", "B", ("classe-inversée", folder), shared_at=at)),
        (21, Entry("https://example.org/c", "C", (folder,))),
        (25, Entry("javascript:alert(1)", "Un gadget")),
    ]


def test_linkding_s_bookmarks_are_read_whole() -> None:
    """Its odd ends of line, its bare addresses, its notes inside the description, its own mark."""
    text = (
        "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n\r<DL><p>\n\r"
        '<DT><A HREF="https://example.org/?a=1&copy=2" ADD_DATE="1700000000" PRIVATE="1" '
        'TOREAD="1" TAGS="outil,linkding:archived">T</A>\n\r'
        "<DD>From the page[linkding-notes]Mine &amp; ours[/linkding-notes]\n\r"
        '<DT><A HREF="https://example.org/2" PRIVATE="0" TOREAD="0" TAGS="">U</A>\n\r'
        "</DL><p>"
    )
    at = datetime.fromtimestamp(1_700_000_000, UTC)

    assert list(read(text.encode(), "bookmarks.html")) == [
        (
            3,
            Entry(
                "https://example.org/?a=1&copy=2",
                "T",
                ("outil",),
                "Mine & ours",
                "From the page",
                shared_at=at,
            ),
        ),
        (5, Entry("https://example.org/2", "U")),
    ]


def test_folders_that_the_browser_made_are_no_tags() -> None:
    """« Barre personnelle » says nothing about what is in it, nor does Safari's reading list."""
    text = (
        '<DL><p><DT><H3 FOLDED id="com.apple.ReadingList">Lire</H3><DL><p>'
        '<DT><A HREF="https://example.org/a">A</A></DL><p>'
        "<DT><H3>Barre personnelle</H3><DL><p><DT><H3>Jeux</H3><DL><p>"
        '<DT><A HREF="https://example.org/b">B</A></DL><p></DL><p></DL><p>'
    )
    assert content(text, "Safari.HTML") == [
        Entry("https://example.org/a", "A"),
        Entry("https://example.org/b", "B", ("jeux",)),
    ]


@pytest.mark.parametrize(
    ("names", "tags"),
    [
        ("Évaluation,evaluation", ("évaluation",)),
        (unicodedata.normalize("NFD", "Été"), ("été",)),
        ("#jeu, Gestion de projet ,,--", ("jeu", "gestion-de-projet")),
        (",".join("abcdefghij"), tuple("abcdefgh")),
        ("x" * 60, ("x" * 40,)),
    ],
)
def test_tags_take_the_library_s_shape(names: str, tags: tuple[str, ...]) -> None:
    """Lower-case, accents kept but not counted, at most eight of forty signs (8.A7)."""
    assert content(f'<DT><A HREF="https://example.org" TAGS="{names}">A</A>', "x.html") == [
        Entry("https://example.org", "A", tags)
    ]


# ── JSON ────────────────────────────────────────────────────────────────────────────────────────


def test_linkding_s_answers_are_read() -> None:
    """Its API gives a page of results; an empty title leaves its place to the page's own."""
    one = {
        "id": 1,
        "url": "https://example.org",
        "title": "",
        "description": "About",
        "notes": "Mine",
        "website_title": "Theirs",
        "website_description": None,
        "is_archived": False,
        "tag_names": ["jeu", "outil"],
        "date_added": "2026-11-02T09:30:00.000000Z",
    }
    text = json.dumps({"count": 1, "next": None, "results": [one]}, indent=1)

    assert list(read(text.encode(), "page.json")) == [
        (5, Entry("https://example.org", "Theirs", ("jeu", "outil"), "Mine", "About", "", SOON))
    ]


@pytest.mark.parametrize(
    "text",
    [
        '[{"url": "https://example.org/1"},\n{"url": "https://example.org/2"}]',
        '{"url": "https://example.org/1"}\n{"url": "https://example.org/2"}\n',
        '{"bookmarks": [{"url": "https://example.org/1"},\n{"url": "https://example.org/2"},]}',
    ],
)
def test_objects_come_in_lists_and_in_lines(text: str) -> None:
    """A list, objects line by line, a list inside an object."""
    assert list(read(text.encode(), "x.json")) == [
        (1, Entry("https://example.org/1")),
        (2, Entry("https://example.org/2")),
    ]
