"""The words that make a span of several days, in French and in English, brought to one spelling.

"du 1er au 15 août", "1–15 Aug", "jusqu'à vendredi", "10 days starting monday": what opens a span,
joins its two ends or says how long it lasts comes out as "from", "to", "-" and "for". The days
themselves are left to `bot.date_spelling`.
"""

import re

from bot.date_spelling import spell_out
from bot.date_words import LONGEST_PHRASE, MONTHS, UNITS, WEEKDAYS, any_of, bare

_UNTIL = r"(?:(?:and )?up )?(?:until|till|til|through|thru|to)"
_UNTIL_FR = r"(?:et )?jusqu(?:'a(?: la)?|e)"
_ISO = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_START = r"(?:^|(?<= ))"

# Each line brings one way of saying to another, in this order; what is left over is refused later.
_REWRITES = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"[\u2013\u2014\u2192]|\.{2,3}|\u2026", "-"),
        (r"[ ?!.]+$", ""),
        (r",(?= )| (?:inclus|compris|included|inclusive)\b", ""),
        (rf"^({_ISO})[ /]({_ISO})$", r"\1 to \2"),
        (r"^(?:absente?|away) ", ""),
        (r"^(?:for|pour|pendant|durant|during) ", ""),
        (r" (?:pour|pendant|durant|lasting) ", " for "),
        (r"^(?:the )?next (?=.+ days$)", ""),
        (r"^les (.+) prochains jours$", r"\1 jours"),
        (r"^(?:all day|toute la journee d(?:e |'))", ""),
        (r"^(?:all(?: of)?|(?:the )?whole(?: of)?|toute?) ", ""),
        (r"^(?:the |la )?(?:week|semaine) (?:of|du|de) ", "week of "),
        (r"^week of (?=.+ (?:to|au) )", "from le "),
        (r"^(?:between|entre) (.+) (?:and|et) ", r"from \1 to "),
        (r"^les ", "le "),
        (r"\ba (?:partir|compter) du |^du |\bfrom the ", "from le "),
        (r"\b(?:a (?:partir|compter) (?:de |d')|des )|^(?:de |d')", "from "),
        (r"\b(?:starting|beginning)(?: from| on)? |\bas (?:of|from) ", "from "),
        (r"^(from .+) (?:onwards?|on)$", r"\1"),
        (rf"{_START}{_UNTIL} the |(?<=[^-] )(?:(?:et )?jusqu')?au |^jusqu'au ", "to le "),
        (rf"{_START}(?:{_UNTIL}|{_UNTIL_FR}) ", "to "),
        (rf" a (?!{any_of(UNITS)}\b)", " to "),
        (r"\b(?:now|maintenant)\b", "today"),
    )
)

_SUFFIX = r"(?:er|e|eme|st|nd|rd|th)?"
_NUMBER = rf"(?:(?:le|the) )?(?:{any_of(WEEKDAYS)} )?[0-9]{{1,2}}{_SUFFIX}"
_MONTH = rf"(?: of| de)? {any_of(MONTHS)}|(?: of)? (?:next )?month"
_YEAR = r"(?: (?:de )?[0-9]{4}| '?[0-9]{2})?"
_ALONE = re.compile(rf"(?P<number>{_NUMBER})(?P<year> [0-9]{{4}})?")
_DAY_FIRST = re.compile(
    rf"{_NUMBER}(?P<rest>(?:{_MONTH}){_YEAR}|[/.][0-9]{{1,2}}(?:[/.][0-9]{{2,4}})?)"
)
_MONTH_FIRST = re.compile(
    rf"(?:{any_of(WEEKDAYS)} )?(?P<month>{any_of(MONTHS)}) [0-9]{{1,2}}{_SUFFIX}"
)


def spell_span(words: str) -> str:
    """Take what somebody typed for a span of days, give it with "from", "to" and "for"."""
    text = bare(words) if len(words) <= LONGEST_PHRASE else ""
    for pattern, instead in _REWRITES:
        text = pattern.sub(instead, text)
    return " ".join(text.split())


def spell_ends(left: str, right: str) -> tuple[str, str]:
    """Take both ends as typed, give them spelled; a number alone gets the other end's month."""
    left, right = spell_end(left), spell_end(right)
    alone = _ALONE.fullmatch(left)
    if alone and (whole := _DAY_FIRST.fullmatch(right)):
        return left + whole["rest"], right
    alone = _ALONE.fullmatch(right)
    whole = _MONTH_FIRST.fullmatch(left) or _DAY_FIRST.fullmatch(left)
    if alone and whole:
        rest = f" {whole['month']}" if whole.re is _MONTH_FIRST else whole["rest"]
        return left, f"{alone['number']}{rest}{alone['year'] or ''}"
    return left, right


def spell_end(words: str) -> str:
    """Take one end as typed, give it in the spelling that `bot.date_readings` reads."""
    return spell_out(re.sub(r"\bpremier$", "1er", words.strip()))
