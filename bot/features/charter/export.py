"""A version as a file: Markdown, or a page that prints well and needs nothing else."""

from __future__ import annotations

import re
from html import escape

from bot import access
from bot.card import Card, File, Outcome, Reply
from bot.context import Context
from bot.features.charter import lines, permits, records, routes
from bot.features.charter.records import Version
from bot.text import text
from storage.people import Person

_SPECIAL = re.compile(r"([\\`*_\[\]<>])")
_LEADING = re.compile(r"^(\s*\d*)([#>+=.)-])", re.MULTILINE)

_STYLE = """
:root { color-scheme: light; }
body { font: 12pt/1.5 Georgia, serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem;
  color: #111; background: #fff; }
h1 { font-size: 1.8em; line-height: 1.2; }
h2 { font-size: 1.15em; margin: 1.6em 0 0.3em; break-after: avoid; }
p { white-space: pre-line; margin: 0 0 0.6em; orphans: 3; widows: 3; }
footer { margin-top: 2.5em; border-top: 1px solid #999; padding-top: 0.8em; font-size: 0.8em;
  overflow-wrap: anywhere; }
@page { margin: 2.2cm; }
@media print { body { margin: 0; max-width: none; padding: 0; } section { break-inside: avoid; } }
""".strip()


def export(ctx: Context, press: routes.Export) -> Outcome:
    """The file, privately, in the community's language."""
    version = permits.version(ctx, press.version)
    if press.kind not in ("md", "html"):
        raise access.unknown_thing()
    content = markdown(ctx, version) if press.kind == "md" else page(ctx, version)
    name = f"charter-{version.number or 'draft'}.{press.kind}"
    media = "text/markdown" if press.kind == "md" else "text/html"
    says = text(f"charter-export-{press.kind}")
    return Reply(Card(lines.name(ctx, version), (File(name, content.encode(), media, says),)))


def _ends(ctx: Context, version: Version) -> list[str]:
    """What stands under a charter: which version it is, by what it is known, and who signed it."""
    said = [lines.theirs(ctx, lines.name(ctx, version))]
    if version.number is not None:
        said.append(lines.theirs(ctx, text("charter-adopted-on", at=lines.moment(ctx, version))))
        if version.review is not None:
            day = lines.day(ctx.reading(language=ctx.here.language), version.review)
            said.append(lines.theirs(ctx, text("charter-export-review", day=day)))
        people = records.signatories(ctx.db, version)
        names = [found.name for one in people if (found := ctx.db.get(Person, one)) is not None]
        if names:
            signed = text("charter-export-signed", names=", ".join(names), count=len(names))
            said.append(lines.theirs(ctx, signed))
    said.append(lines.theirs(ctx, text("charter-fingerprint", hash=version.hash)))
    return said


def markdown(ctx: Context, version: Version) -> str:
    """Headings and paragraphs; nothing that somebody wrote is taken for a mark."""
    parts = [f"# {plain(lines.theirs(ctx, text('charter-title', name=ctx.here.name)))}"]
    for key, words in records.in_order(version.sections):
        parts += [f"## {plain(lines.theirs(ctx, lines.title(key)))}", plain(words, broken=True)]
    parts += ["---", *(plain(said) for said in _ends(ctx, version))]
    return "\n\n".join(parts) + "\n"


def plain(words: str, *, broken: bool = False) -> str:
    """Words that Markdown shows as they are; `broken`: their line ends, too."""
    said = _LEADING.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", words))
    return said.replace("\n", "  \n") if broken else said


def page(ctx: Context, version: Version) -> str:
    """One file without scripts, pictures or addresses: opened anywhere, printed as it is."""
    title = escape(lines.theirs(ctx, text("charter-title", name=ctx.here.name)))
    sections = "\n".join(
        f"<section>\n<h2>{escape(lines.theirs(ctx, lines.title(key)))}</h2>\n"
        f"<p>{escape(words)}</p>\n</section>"
        for key, words in records.in_order(version.sections)
    )
    ends = "\n".join(f"<p>{escape(said)}</p>" for said in _ends(ctx, version))
    return (
        f'<!doctype html>\n<html lang="{ctx.here.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>\n"
        f"<h1>{title}</h1>\n{sections}\n<footer>\n{ends}\n</footer>\n</body>\n</html>\n"
    )
