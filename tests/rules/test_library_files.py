"""A library that comes from elsewhere, and goes elsewhere: nothing lost, nothing run."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.features.resources.entries import KINDS, LONGEST, MOST_TAGS, bare
from bot.features.resources.files import FORMATS, Entry, Format, Refused, read, write

SOON = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)

# What one may type, without what no file keeps: controls, halves of characters.
LETTERS = st.characters(exclude_categories=["Cc", "Cs"])
NASTY = [
    "=1+1",
    "'=1",
    "''@a",
    "-2",
    "+3",
    "@SUM(A1)",
    "a;b,c|d",
    '"',
    "<b>&amp;",
    "« é »",
    '="x"',
]
ONE_LINE = (st.text(LETTERS, max_size=40) | st.sampled_from(NASTY)).map(
    lambda words: " ".join(part for part in words.split(" ") if part).strip()
)
TEXTS = st.lists(ONE_LINE, max_size=4).map(lambda lines: "\n".join(lines).strip())
TAGS = st.lists(
    st.from_regex(r"[a-z0-9éèçœ][a-z0-9éèçœ_-]{0,20}[a-z0-9éèçœ]", fullmatch=True),
    max_size=MOST_TAGS,
    unique_by=bare,
).map(tuple)
INSTANTS = st.datetimes(
    min_value=datetime(1991, 1, 1), max_value=datetime(2099, 1, 1), timezones=st.just(UTC)
)
ENTRIES = st.lists(
    st.builds(
        Entry,
        address=ONE_LINE,
        title=ONE_LINE,
        tags=TAGS,
        note=TEXTS,
        description=TEXTS,
        kind=st.sampled_from(["", *KINDS]),
        shared_at=st.none() | INSTANTS,
        shared_by=ONE_LINE,
    ).filter(lambda entry: bool(entry.address or entry.title or entry.note)),
    min_size=1,
    max_size=5,
)


def content(text: str, name: str) -> list[Entry | Refused]:
    """What a file holds, without the lines."""
    return [found for _, found in read(text.encode(), name)]


def refusals(found: Iterable[tuple[int, Entry | Refused]]) -> list[tuple[int, str]]:
    """The line and the reason of each refusal."""
    for line, one in (pairs := list(found)):
        assert not isinstance(one, Refused) or one.line == line
    return [(line, one.why) for line, one in pairs if isinstance(one, Refused)]


def back(entries: list[Entry], kind: Format, language: str) -> list[Entry | Refused]:
    """What comes back from a file that we wrote."""
    return [found for _, found in read(b"".join(write(entries, kind, language)), f"x.{kind}")]


# ── there and back ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", ["en", "fr"])
@given(entries=ENTRIES)
def test_json_gives_back_what_it_was_given(entries: list[Entry], language: str) -> None:
    """JSON is exact, to the microsecond."""
    assert back(entries, "json", language) == entries


@pytest.mark.parametrize("language", ["en", "fr"])
@given(entries=ENTRIES)
def test_a_sheet_gives_back_what_it_was_given(entries: list[Entry], language: str) -> None:
    """CSV is exact too, formulas and quotation marks included, in both languages."""
    assert back(entries, "csv", language) == entries


@pytest.mark.parametrize("language", ["en", "fr"])
@given(entries=ENTRIES)
def test_bookmarks_give_back_what_they_were_given(entries: list[Entry], language: str) -> None:
    """Bookmarks hold whole seconds; everything else comes back."""
    kept = [
        Entry(
            one.address,
            one.title,
            one.tags,
            one.note,
            one.description,
            one.kind,
            one.shared_at.replace(microsecond=0) if one.shared_at else None,
            one.shared_by,
        )
        for one in entries
    ]
    assert back(entries, "html", language) == kept


@pytest.mark.parametrize("kind", FORMATS)
def test_an_empty_library_makes_a_whole_file(kind: Format) -> None:
    """Nothing to export is no fault, and reading it back says that there is nothing."""
    whole = b"".join(write([], kind, "fr"))

    assert whole
    assert refusals(read(whole, f"x.{kind}")) == [(1, "resource-file-empty")]


@pytest.mark.parametrize("kind", FORMATS)
def test_a_big_library_is_written_in_pieces(kind: Format) -> None:
    """Nobody holds a whole library in memory to send it."""
    entries = (Entry(f"https://example.org/{number}") for number in range(2000))

    assert len(list(write(entries, kind, "en"))) > 3


# ── bad input ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("whole", "name", "expected"),
    [
        (b"", "x.csv", [(1, "resource-file-empty")]),
        (b"\xef\xbb\xbf \n\n", "x.html", [(1, "resource-file-empty")]),
        (b"[]", "x.json", [(1, "resource-file-empty")]),
        (b"PK\x03\x04\x14\x00\x06\x00", "x.csv", [(1, "resource-file-binary")]),
        (b"just words\n", "x.json", [(1, "resource-file-cut")]),
        (b'[1, "two", null]', "x.json", [(1, "resource-file-not-one")] * 3),
        (b'[{"tags": ["a"]}]', "x.json", [(1, "resource-file-no-address")]),
        (
            b'[{"url": "https://example.org", "n": ' + b"9" * 5000 + b"}]",
            "x.json",
            [(1, "resource-file-cut")],
        ),
        (b"[" * 100_000, "x.json", [(1, "resource-file-cut")]),
        (b"url,tags\n,jeu\n", "x.csv", [(2, "resource-file-no-address")]),
        (b'url,title\nhttps://example.org,"never closed\n', "x.csv", [(2, "resource-file-cut")]),
        (b'<DL><p>\n<DT><A HREF="https://exam', "x.html", [(2, "resource-file-cut")]),
        (b"<html><p>A page</p></html>", "x.html", [(1, "resource-file-empty")]),
    ],
)
def test_bad_files_say_what_is_wrong(
    whole: bytes, name: str, expected: list[tuple[int, str]]
) -> None:
    """A reason and a line for each, never an error."""
    assert refusals(read(whole, name)) == expected


def test_what_stands_before_a_break_is_kept() -> None:
    """Half a file gives half its entries, and the line where it breaks off."""
    whole = b"".join(write([Entry(f"https://example.org/{n}") for n in range(9)], "json", "en"))
    found = list(read(whole[: len(whole) // 2], "x.json"))

    assert refusals(found) == [(6, "resource-file-cut")]
    assert [one.address for _, one in found if isinstance(one, Entry)] == [
        f"https://example.org/{n}" for n in range(4)
    ]


@pytest.mark.parametrize(
    "whole",
    [
        b"url,note\nhttps://example.org/a," + b"x" * 10_000_000 + b"\nhttps://example.org/b,\n",
        b'<DT><A HREF="https://example.org/a">' + b"x" * 10_000_000 + b"</A>\n"
        b'<DT><A HREF="https://example.org/b"></A>\n',
        b'[{"url": "https://example.org/a", "note": "' + b"x" * 10_000_000 + b'"},\n'
        b'{"url": "https://example.org/b"}]',
    ],
    ids=["csv", "html", "json"],
)
def test_a_line_of_ten_megabytes_stands_alone(whole: bytes) -> None:
    """It is refused, quoted in short, and the next line is read."""
    found = list(read(whole, ""))

    assert refusals(found)[0][1] == "resource-file-too-long"
    assert all(len(one.words) <= 80 for _, one in found if isinstance(one, Refused))
    assert found[-1][1] == Entry("https://example.org/b")


@pytest.mark.parametrize(
    "piece",
    ["<a", "<a ", '<a "', "<a '\"", "<!--", "<a b", "a=", "[linkding-notes]", "<dl>", "<h3>", "&"],
)
@pytest.mark.timeout(20)
def test_broken_markup_is_read_once_not_squared(piece: str) -> None:
    """Two megabytes of what never ends cost what two megabytes cost."""
    start = '<DL><DT><A HREF="https://example.org">A</A><DD>'

    assert list(read((start + piece * (2_000_000 // len(piece))).encode(), "x.html"))


@given(st.binary(max_size=400), st.sampled_from(["x.html", "x.csv", "x.json", "", "x.tsv"]))
def test_any_bytes_get_an_answer(whole: bytes, name: str) -> None:
    """Whatever the file, something is said and nothing is raised."""
    assert list(read(whole, name))


@given(ENTRIES, st.sampled_from(FORMATS), st.floats(0, 1), st.binary(max_size=6))
def test_a_damaged_file_gets_an_answer(
    entries: list[Entry], kind: Format, share: float, dirt: bytes
) -> None:
    """A file of ours, cut anywhere and dirty at the cut, raises nothing; lines never go back."""
    whole = b"".join(write(entries, kind, "fr"))
    cut = int(len(whole) * share)
    lines = [line for line, _ in read(whole[:cut] + dirt + whole[cut + 9 :], f"x.{kind}")]

    assert lines
    assert lines == sorted(lines)
    assert lines[0] >= 1


def test_halves_of_characters_never_reach_the_library() -> None:
    """JSON can spell half a character, and control characters; no database should hold them."""
    assert content('[{"url": "https://example.org", "title": "a\\ud800b\\u0000c"}]', "x.json") == [
        Entry("https://example.org", "abc")
    ]


def test_a_piece_of_the_longest_length_passes() -> None:
    """The limit itself is allowed, one sign more is not."""
    assert content(f'[{{"title": "{"x" * LONGEST}"}}]', "x.json") == [Entry("", "x" * LONGEST)]
    assert refusals(read(f'[{{"title": "{"x" * (LONGEST + 1)}"}}]'.encode(), "x.json")) == [
        (1, "resource-file-too-long")
    ]


def test_an_instant_of_another_zone_is_the_same_instant() -> None:
    """Files speak UTC, whatever zone an entry was given in."""
    west = SOON.astimezone(tz=datetime.now().astimezone().tzinfo) + timedelta(0)
    for kind in FORMATS:
        assert back([Entry("https://example.org", shared_at=west)], kind, "fr") == [
            Entry("https://example.org", shared_at=SOON)
        ]
