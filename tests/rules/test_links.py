"""Which links may be kept, which are the same, and what they seem to be."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.errors import Refusal
from bot.features.resources.links import LONGEST, address, kind_of, links_in, title_from


def key(typed: str) -> str:
    return address(typed).key


def why(typed: str) -> str:
    with pytest.raises(Refusal) as refused:
        address(typed)
    return refused.value.says.key


SAME = [
    ("https://example.org/guide", "http://example.org/guide"),
    ("https://example.org/guide", "https://EXAMPLE.org/guide/"),
    ("https://example.org/guide", "https://example.org:443/guide"),
    ("https://example.org/guide", "http://example.org:80/guide#part-2"),
    ("https://example.org/guide", "example.org/guide"),
    ("https://example.org/guide", "//example.org/guide"),
    ("https://example.org/guide", "https:\\\\example.org\\guide"),
    ("https://example.org/guide", "https://example.org./guide"),
    ("https://example.org", "https://example.org/"),
    ("https://example.org", "https://example.org/?"),
    ("https://www.example.org", "www.example.org"),
    ("https://example.org/a?x=1&y=2", "https://example.org/a?y=2&x=1"),
    ("https://example.org/a?x=1", "https://example.org/a?x=1&utm_source=news&utm_medium=mail"),
    ("https://example.org/a", "https://example.org/a?fbclid=Iw1&gclid=2&mc_cid=3&mc_eid=4"),
    ("https://example.org/a", "https://example.org/a?UTM_Campaign=x&xtor=RSS-1"),
    ("https://example.org/a%2fb", "https://example.org/a%2Fb"),
    ("https://example.org/%7euser", "https://example.org/~user"),
    ("https://example.org/caf%c3%a9", "https://example.org/café"),
    ("https://example.org/a/../b/./c", "https://example.org/b/c"),
    ("https://example.org/?q=a+b", "https://example.org/?q=a%20b"),
    ("https://bücher.example/a", "https://xn--bcher-kva.example/a"),
    ("https://BÜCHER.example/a", "https://bücher.example/a"),
    ("https://youtu.be/dQw4w9WgXcQ", "https://youtu.be/dQw4w9WgXcQ?si=AbC"),
    ("https://example.org/guide", "<https://example.org/guide>"),
    ("https://example.org/guide", "<https://example.org/guide|the guide>"),
    ("https://example.org/guide", "https://example.org/guide)."),
    ("https://example.org/guide", "https://example.org/guide »,"),
    ("https://example.org/guide", " https://example.org/guide\u200b"),
    ("http://[2606:4700::1111]/", "http://[2606:4700:0:0::1111]"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_resource_has_one_key(one: str, other: str) -> None:
    """What differs only in ways that never choose the page is the same link (8.A1)."""
    assert key(one) == key(other)


DIFFERENT = [
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
    "https://www.youtube.com/watch?v=dQw4w9WgXcq",
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=42",
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ&list=PL1",
    "https://youtu.be/dQw4w9WgXcQ",
    "https://docs.google.com/document/d/1AbCdEf/edit",
    "https://docs.google.com/document/d/1abcdef/edit",
    "https://docs.google.com/spreadsheets/d/1AbCdEf/edit",
    "https://docs.google.com/spreadsheets/d/1AbCdEf/edit?gid=7",
    "https://fr.wikipedia.org/wiki/%C3%89valuation",
    "https://fr.wikipedia.org/wiki/Evaluation",
    "https://en.wikipedia.org/wiki/Evaluation",
    "https://fr.wikipedia.org/w/index.php?title=Évaluation",
    "https://fr.wikipedia.org/w/index.php?title=Formation",
    "https://fr.wikipedia.org/w/index.php?title=Formation&oldid=12",
    "https://en.wikipedia.org/wiki/Mercury_(planet)",
    "https://en.wikipedia.org/wiki/Mercury_(element)",
    "https://en.wikipedia.org/wiki/Mercury",
    "https://en.wikipedia.org/wiki/Jeopardy",
    "https://en.wikipedia.org/wiki/Jeopardy!",
    "https://en.wikipedia.org/wiki/AC/DC",
    "https://en.wikipedia.org/wiki/AC%2FDC",
    "https://en.wikipedia.org/wiki/C%2B%2B",
    "https://en.wikipedia.org/wiki/C",
    "https://app.example.org/#/courses/1",
    "https://app.example.org/#/courses/2",
    "https://app.example.org/#!/courses/2",
    "https://app.example.org/",
    "https://moodle.example.org/course/view.php?id=12",
    "https://moodle.example.org/course/view.php?id=21",
    "https://moodle.example.org/mod/page/view.php?id=12",
    "https://moodle.example.org/course/view.php?ID=12",
    "https://example.org/page?id=1&ref=main",
    "https://example.org/page?id=1&ref=dev",
    "https://example.org/page?id=1&source=a",
    "https://example.org/page?id=1",
    "https://example.org/page?tag=1&tag=2",
    "https://example.org/page?tag=2&tag=1",
    "https://example.org/page?a=1%262",
    "https://example.org/page?a=1&2",
    "https://example.org/Page",
    "https://example.org/page",
    "https://example.org:8080/page",
    "https://example.org:8443/page",
    "https://www.example.org/page",
    "https://example.com/page",
    "https://si.example.org/?si=1",
    "https://si.example.org/?si=2",
    "https://faß.de/",
    "https://fass.de/",
    "https://github.com/a/b/blob/main/README.md",
    "https://github.com/a/b/blob/main/readme.md",
    "https://web.archive.org/web/2020/https://example.org/page",
    "https://web.archive.org/web/2021/https://example.org/page",
]


def test_different_resources_never_share_a_key() -> None:
    """Links that look alike and open different pages stay apart (8.A1)."""
    alike = [pair for pair in combinations(DIFFERENT, 2) if key(pair[0]) == key(pair[1])]

    assert alike == []


@given(
    st.sampled_from(DIFFERENT),
    st.sampled_from(DIFFERENT),
    st.sampled_from(["", "utm_source=x", "fbclid=1", "gclid=a&mc_eid=2"]),
)
def test_dressing_a_link_up_changes_nothing(one: str, other: str, tracking: str) -> None:
    """Tracking, another scheme and prose around a link neither merge nor split resources."""
    page, mark, fragment = one.partition("#")
    asked = page + ("&" if "?" in page else "?") + tracking if tracking else page
    dressed = f"<http:{asked.removeprefix('https:')}{mark}{fragment}>,"

    assert (key(dressed) == key(other)) == (one == other)


PIECES = st.sampled_from(
    [
        *("https://", "http:", "//", "www.", "example.org", "bücher.de", "xn--", ":80", "@", "/"),
        *("..", "/.", "?", "&", "=", "#", "#/", "#!", "%", "%2e", "%2F", "%C3%89", "utm_x=1", "a"),
        *("A", ".", ")", "(", "é", "[", "]", "::1", "127.0.0.1", "1.1.1.1", "\\", "<", ">", "|"),
        *("»", " ", "\u202e", "\ud800"),
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join)))
@example("https://example.org/a.?utm_source=x")
@example("https://example.org/%zz%2E")
@example("http://[::ffff:8.8.8.8]/")
@example("https://xn--80ak6aa92e.com/")
@example("https://example.org/\u200c")
def test_what_is_shown_reads_as_the_same_link(typed: str) -> None:
    """Whatever is typed is refused or understood, and understood the same the second time."""
    try:
        found = address(typed)
    except Refusal:
        return

    assert address(found.shown) == found
    assert len(found.shown) <= LONGEST
    assert found.shown.startswith(("http://", "https://"))
    assert title_from(found)
    assert kind_of(found)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("...", "empty"),
        ("<>", "empty"),
        ("javascript:alert(1)", "scheme"),
        ("JavaScript://example.org/%0aalert(1)", "scheme"),
        ("data:text/html,<b>", "scheme"),
        ("file:///etc/passwd", "scheme"),
        ("ftp://example.org/a", "scheme"),
        ("mailto:ines@example.org", "scheme"),
        ("https://ines:secret@example.org/", "secret"),
        ("https://ines@example.org/", "secret"),
        ("ines@example.org", "secret"),
        ("https://example.org\u202e/gpj.exe", "signs"),
        ("https://example.org/\u2066a", "signs"),
        ("https://example.org/a\x00b", "signs"),
        ("https://example.org/a\nb", "signs"),
        ("https://example.org/\ud800", "signs"),
        ("https://example.org/a b", "spaces"),
        ("https://example.org/a\u00a0b", "spaces"),
        ("see example.org", "spaces"),
        ("https://example.org/" + "a" * 3_980, "long"),
        ("https://example.org/" + "é" * 1_000, "long"),
        ("guide", "host"),
        ("https://guide/", "host"),
        ("https://", "empty"),
        ("https:///", "empty"),
        ("https://?a=1", "empty"),
        ("https://exa%20mple.org", "host"),
        ("https://-.org", "host"),
        ("https://a..org", "host"),
        ("https://xn--a.com", "host"),
        ("https://example.org:0/", "host"),
        ("https://example.org:70000/", "host"),
        ("https://example.org:x/", "host"),
        (f"https://{'a' * 64}.org", "host"),
        ("http://2130706433/", "host"),
        ("http://0x7f.1/", "host"),
        ("http://0177.0.0.1/", "host"),
        ("http://127.1/", "host"),
        ("http://0/", "host"),
        ("http://[::1", "host"),
        ("http://127.0.0.1/", "private"),
        ("http://１２７.0.0.1/", "private"),
        ("http://10.0.0.1:8080/", "private"),
        ("http://192.168.1.1/", "private"),
        ("http://169.254.169.254/latest/meta-data", "private"),
        ("http://0.0.0.0/", "private"),
        ("http://224.0.0.1/", "private"),
        ("http://192.88.99.1/", "private"),
        ("http://[::1]/", "private"),
        ("http://[fe80::1]/", "private"),
        ("http://[fd00::1]/", "private"),
        ("http://[::ffff:127.0.0.1]/", "private"),
        ("http://[64:ff9b::7f00:1]/", "private"),
        ("http://[2002:7f00:1::]/", "private"),
        ("http://localhost:8000/", "private"),
        ("http://app.localhost/", "private"),
        ("http://printer.local/", "private"),
        ("http://wiki.internal/", "private"),
        ("http://intranet/", "private"),
    ],
)
def test_a_link_that_may_not_be_kept_says_why(typed: str, reason: str) -> None:
    """Only pages that everybody can reach, and nothing that deceives (8.A6)."""
    wanted = "private" if reason == "private" else reason

    assert why(typed) == f"resource-link-{wanted}"


@pytest.mark.parametrize(
    ("typed", "shown", "host"),
    [
        ("example.org", "https://example.org", "example.org"),
        ("example.org:8080/a", "https://example.org:8080/a", "example.org"),
        ("HTTP://Example.ORG:80/A#b", "http://example.org/A#b", "example.org"),
        ("https://a.org/x?b=2&utm_source=n&a=1", "https://a.org/x?b=2&a=1", "a.org"),
        ("https://a.org/x?utm_source=n#part", "https://a.org/x#part", "a.org"),
        ("https://a.org/wiki/É(x)", "https://a.org/wiki/%C3%89(x)", "a.org"),
        ("https://a.org/100%", "https://a.org/100%25", "a.org"),
        ("https://xn--bcher-kva.example", "https://bücher.example", "bücher.example"),
        ("https://例え.jp/", "https://例え.jp/", "例え.jp"),
        ("https://pаypal.com/", "https://xn--pypal-4ve.com/", "xn--pypal-4ve.com"),
        ("https://аррӏе.com/", "https://xn--80ak6aa92e.com/", "xn--80ak6aa92e.com"),
        ("https://good.org\\@evil.org", "https://good.org/@evil.org", "good.org"),
        (
            "https://r3---sn-a.example.org/",
            "https://r3---sn-a.example.org/",
            "r3---sn-a.example.org",
        ),
        ("http://8.8.8.8/", "http://8.8.8.8/", "8.8.8.8"),
    ],
)
def test_a_link_is_shown_readable(typed: str, shown: str, host: str) -> None:
    """The shown link opens the same page, without tracking, and its host passes for no other."""
    found = address(typed)

    assert (found.shown, found.host) == (shown, host)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("nothing here, e.g. and/or, ines@example.org", ()),
        ("See https://example.org/a.", ("https://example.org/a",)),
        ("(voir https://example.org/a), merci", ("https://example.org/a",)),
        ("https://en.wikipedia.org/wiki/A_(b)", ("https://en.wikipedia.org/wiki/A_(b)",)),
        ("« https://example.org/a »", ("https://example.org/a",)),
        ("«https://example.org/a»!", ("https://example.org/a",)),
        ("www.example.org and www.example.org/b", ("www.example.org", "www.example.org/b")),
        ("<https://example.org/a|https://example.org/z>", ("https://example.org/a",)),
        ("<https://example.org/a>", ("https://example.org/a",)),
        ("[a guide](https://example.org/a)(and more)", ("https://example.org/a",)),
        ("[https://example.org/a](https://example.org/a)", ("https://example.org/a",)),
        ("**https://example.org/a**", ("https://example.org/a",)),
        ("||https://example.org/a||", ("https://example.org/a",)),
        ("https://example.org/a http://example.org/a/?utm_source=x", ("https://example.org/a",)),
        ("https://example.org/b https://example.org/a",
         ("https://example.org/b", "https://example.org/a")),
        ("http://127.0.0.1/ javascript:alert(1) https://a:b@c.org", ()),
        ("https://example.org/" + "a" * 4_000, ()),
        ("le lien : https://example.org/a ; l'autre", ("https://example.org/a",)),
    ],
)  # fmt: skip
def test_the_links_of_a_message_are_found(said: str, found: tuple[str, ...]) -> None:
    """Bare, in Markdown, in Slack's brackets; each once, in order, without the prose (8.A4)."""
    assert links_in(said) == found


def test_no_more_links_than_can_be_offered() -> None:
    """A message with a hundred links offers the first 25."""
    said = " ".join(f"https://example.org/{number}" for number in range(100))

    assert len(links_in(said)) == 25
    assert links_in(said, 2) == ("https://example.org/0", "https://example.org/1")


@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join)))
def test_any_message_can_be_searched_for_links(said: str) -> None:
    """Reading a message never fails, and what is found stands there and may be kept."""
    for link in links_in(said):
        assert link in said
        assert key(link)


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("https://example.org/files/guide-evaluation_2024.pdf", "Guide evaluation 2024"),
        ("https://fr.wikipedia.org/wiki/%C3%89valuation_formative", "Évaluation formative"),
        ("https://example.org/guide-formateur/index.html", "Guide formateur"),
        ("https://medium.com/@a/how-to-run-a-retro-5f3a2b1c9d", "How to run a retro"),
        ("https://www.youtube.com/watch?v=dQw4w9WgXcQ", "youtube.com"),
        ("https://docs.google.com/document/d/1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74/edit",
         "docs.google.com"),
        ("https://example.org/12345", "example.org"),
        ("https://www.example.org/", "example.org"),
        ("https://example.org/%E2%80%AEevil-name", "Evil name"),
        ("https://example.org/%FF%FE", "example.org"),
    ],
)  # fmt: skip
def test_a_title_is_made_of_the_address(typed: str, title: str) -> None:
    """Until the page says its title, the address gives one that people can read (8.A6)."""
    assert title_from(address(typed)) == title


@pytest.mark.parametrize(
    ("typed", "media", "kind"),
    [
        ("https://www.youtube.com/watch?v=a", "", "video"),
        ("https://m.youtube.com/watch?v=a", "text/html", "video"),
        ("https://example.org/film.mp4", "", "video"),
        ("https://example.org/a", "video/mp4", "video"),
        ("https://www.fun-mooc.fr/fr/cours/enseigner", "", "course"),
        ("https://example.org/formations/animer", "", "course"),
        ("https://example.org/Guide-pratique.pdf", "application/pdf", "guide"),
        ("https://example.org/modèles/compte-rendu.docx", "", "template"),
        ("https://example.org/compte-rendu.dotx", "", "template"),
        ("https://example.org/outils/minuteur", "", "tool"),
        ("https://h5p.org/", "", "tool"),
        ("https://github.com/a/guide", "", "guide"),
        ("https://fr.wikipedia.org/wiki/Pédagogie", "text/html", "article"),
        ("https://guide.example.org/", "", "article"),
    ],
)
def test_the_type_is_guessed(typed: str, media: str, kind: str) -> None:
    """Guessed from the host, the words and the ending of the address, else an article (9.A3)."""
    assert kind_of(address(typed), media) == kind
