"""What people type for a date, brought to the few spellings that are read: slips, numbers, signs.

`bot.date_words.spell` knows the words; here stands what surrounds them in a chat: "mecredi 14h ?",
"12nov", "le trois novembre", "jeudi (12 nov) 14h", "half past two". Words that are not sure stay as
they are, and are refused later.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from bot.date_words import MONTHS, UNITS, WEEKDAYS, any_of, bare, span, spell


def spell_out(words: str) -> str:
    """Take what somebody typed for a date or a slot, give it in the spelling that is read."""
    text = _WORD.sub(lambda found: _meant(found[0]), bare(words))
    for pattern, instead in _BEFORE:
        text = pattern.sub(instead, text)
    text = spell(text)
    for pattern, instead in _AFTER:
        text = pattern.sub(instead, text)
    return text.strip()


# Slips of the finger

_WORD = re.compile(r"\b[a-z]{4,}\b")
_LONG = 8
# What is worth guessing at: long words, far from others. "Marche" is no slip for "march".
_NAMES = {
    **{word: f"day {number}" for word, (number, _) in WEEKDAYS.items() if word.endswith(("i", "y"))},
    **{word: f"month {number}" for word, (number, _) in MONTHS.items() if len(word) > 5},
    "dimanche": "day 6", "avril": "month 4", "april": "month 4",
    **dict.fromkeys(("demain", "tomorrow", "today", "tonight", "aujourdhui"), ""),
    **dict.fromkeys(("matin", "morning", "afternoon", "evening", "minuit", "midnight"), ""),
    **dict.fromkeys(("prochain", "prochaine"), ""),
}  # fmt: skip


@lru_cache(maxsize=4096)
def _meant(word: str) -> str:
    """Give the one name that a word is a slip for, else the word.

    Rule: one slip (a letter more, less, another, or two swapped), two in a long name; the first
    letter is right, and no other name as near ("tursday" may be two days). A plural is no slip:
    "mondays" are many.
    """
    if word in _NAMES or word.endswith("s"):
        return word
    near: dict[int, list[str]] = {}
    for name in _NAMES:
        most = 2 if len(name) >= _LONG else 1
        if name[0] == word[0] and abs(len(name) - len(word)) <= most:
            slips = _slips(word, name)
            if slips <= most:
                near.setdefault(slips, []).append(name)
    nearest = near[min(near)] if near else [word]
    return nearest[0] if len({_NAMES.get(name) or name for name in nearest}) == 1 else word


def _slips(one: str, other: str) -> int:
    """Count the slips between two words (Damerau and Levenshtein, neighbours swapped once)."""
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        line = [row]
        for column, wanted in enumerate(other, 1):
            least = min(above[column] + 1, line[-1] + 1, above[column - 1] + (letter != wanted))
            swapped = row > 1 < column and letter + one[row - 2] == other[column - 2 : column]
            line.append(min(least, before[column - 2] + 1) if swapped else least)
        before, above = above, line
    return above[-1]


# Numbers in words

_FRENCH = {
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "huit": 8, "neuf": 9, "dix": 10,
    "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
    "dix-sept": 17, "dix-huit": 18, "dix-neuf": 19,
}  # fmt: skip
_ENGLISH = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90,
}  # fmt: skip
# "Sept" is September as well, "un" and "one" are articles as well: alone they are no numbers here.
_NUMBERS = {
    **_FRENCH, **_ENGLISH, **_TENS,
    **{
        f"{ten}{joint}{one}": tens + ones
        for ten, tens in _TENS.items()
        for joint in "- "
        for one, ones in {"one": 1, "sept": 7, **_FRENCH, **_ENGLISH}.items()
        if ones < 10
    },
    **{f"{ten}{joint}et{joint}un": tens + 1 for ten, tens in _TENS.items() for joint in "- "},
}  # fmt: skip
_ORDINALS = {
    "first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th",
    "sixth": "6th", "seventh": "7th", "eighth": "8th", "ninth": "9th", "tenth": "10th",
    "eleventh": "11th", "twelfth": "12th", "thirteenth": "13th", "fourteenth": "14th",
    "fifteenth": "15th", "sixteenth": "16th", "seventeenth": "17th", "eighteenth": "18th",
    "nineteenth": "19th", "twentieth": "20th", "thirtieth": "30th", "cinquieme": "5e",
}  # fmt: skip


# Hours told in words; "oclock": nobody says whether before noon or after.


def _hour_and_minutes(found: re.Match[str]) -> str:
    """Read "two thirty", "two thirty pm"."""
    return f"{_ENGLISH.get(found[1], 1)}:{_NUMBERS[found[2]]:02d}{found[3] or ' oclock'}"


def _past(found: re.Match[str]) -> str:
    """Read "half past two", "quarter past 3 pm"."""
    minute = {"half": 30, "quarter": 15}.get(found[1]) or int(found[1])
    return f"{found[2]}:{minute:02d}{found[3] or ' oclock'}"


def _to(found: re.Match[str]) -> str:
    """Read "quarter to three", "10 minutes to 4 pm"; "10 to 4" is from ten to four."""
    minute = 15 if found[1] == "quarter" else int(found[1])
    return f"{(int(found[2]) - 2) % 12 + 1}:{60 - minute:02d}{found[3] or ' oclock'}"


def _less(found: re.Match[str]) -> str:
    """Read "10h moins le quart", "midi moins dix"."""
    minute = 15 if found[2] == "quart" else int(found[2])
    return f"{int(found[1] or 12) - 1 or 12}h{60 - minute:02d}"


_AN_HOUR = re.compile(r"(?:[89]|1[0-9]|2[0-3]) ?h ?(?:[0-9]{2})?")


def _in_brackets(found: re.Match[str]) -> str:
    """Read "(2h)" as a length; "(14h)" and "(12 nov)" go on with the rest."""
    length = None if _AN_HOUR.fullmatch(found[1]) else span(spell(found[1]))
    return f" for {found[1]} " if length and length.minutes else f" {found[1]} "


_MONTH, _NUMBER = any_of(MONTHS), any_of(_NUMBERS)
_DAY = any_of(("today", "tomorrow", "demain", *WEEKDAYS, *MONTHS))
_UNIT = any_of(word for word in UNITS if len(word) > 2)
_HALF_DAY = r"( ?[ap]m\b)?"
_NOT_AN_HOURS = r"(?<![0-9h] )(?<!oclock )(?<![0-9h.:])"

_Rewrites = tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...]


def _rewrites(*lines: tuple[str, str | Callable[[re.Match[str]], str]]) -> _Rewrites:
    return tuple((re.compile(pattern), instead) for pattern, instead in lines)


# Each line brings one way of writing to another, in this order; what is left over is refused later.
_BEFORE = _rewrites(
    (r"[\u2013\u2014\u2192]", "-"),
    (r"[ ?!.]+$", ""),
    (r" [:|\u00b7] ", " "),
    (r"\b([ap])(?:\. ?| )m\b\.?", r"\1m"),
    (r"\b([0-9]{1,2}(?::[0-9]{2})?)([ap])\b", r"\1\2m"),
    (r"\b([1-9]|1[0-2])([0-5][0-9]) ?([ap]m)\b", r"\1:\2\3"),
    (r" o'?clock\b", " oclock"),
    (r" oclock(?= [ap]m\b)", ""),
    # lengths
    (r"(?<=[0-9])\u00bd", ".5"),
    (r"(?:\u00bd|\b1/2) ?h(?:eures?|ours?|r)?\b", "30 minutes"),
    (r"\b3/4 ?(?:d')?h(?:eures?)?\b", "45 minutes"),
    (r"(?<=[0-9])['\u2032](?![0-9a-z])", " min"),
    (r"\bthree quarters? of an hour\b|\btrois quarts d'heure\b", "45 minutes"),
    (r"\b(?:a )?quarter of an hour\b", "15 minutes"),
    (r"\bhalf (?:an? )?(?:hour|hr)\b", "30 minutes"),
    (r"\b(?:an|one) hour and a quarter\b", "1h15"),
    (r"\b(?:one|a) and a half hours?\b|\b(?:an|one) hour and a half\b|^hour and a half\b", "1h30"),
    (r"\b(?:a )?fortnight\b", "2 weeks"),
    (r"(?<=week)'s time\b|(?<=weeks)' time\b", ""),
    (r"\(([^()]*)\)", _in_brackets),
    # numbers
    (rf"\b({any_of(('one', *list(_ENGLISH)[:11]))}) ({_NUMBER})\b{_HALF_DAY}", _hour_and_minutes),
    # "ten to three" is an hour, or ten o'clock until three: it stays unread.
    (rf"(?<!from )\b(?:five|ten|twenty(?:[- ]five)?)(?= to {any_of(_ENGLISH)}\b)", "?"),
    (r"\ben huit\b", "en 8"),
    (rf"\b{_NUMBER}\b", lambda found: str(_NUMBERS[found[0]])),
    (rf"\bsept(?= {_UNIT}\b)", "7"),
    (rf"\b{any_of(_ORDINALS)}\b", lambda found: _ORDINALS[found[0]]),
    (rf"\bpremier (?={_MONTH}\b|du mois\b)", "1er "),
    (r"\b([0-9]{1,2}) and a half hours?\b", r"\1h30"),
    # hours
    (rf"\b(half|quarter|[0-9]{{1,2}}) past ([0-9]{{1,2}})\b{_HALF_DAY}", _past),
    (rf"\b(half) ([0-9]{{1,2}})\b{_HALF_DAY}", _past),
    (rf"\b(quarter|[1-5]?[0-9](?= min)) ?(?:min[a-z]* )?to ([0-9]{{1,2}})\b{_HALF_DAY}", _to),
    (r"\b(?:midi|([0-9]{1,2}) ?h(?:eures?)?) moins (?:le )?(quart|[1-5]?[0-9])\b", _less),
    (rf"\bmidi ([0-5][0-9])\b(?![/.-]| {_MONTH}\b)", r"12h\1"),
    (r" (?:pile|precises?|tapantes?|sharp|exactement|exactly)\b", ""),
    (
        r"\b(?:at )?([0-9]{1,2}(?::[0-9]{2})?) in the (morning|afternoon|evening)\b",
        r"at \1 \2",
    ),
    # days and parts of the day
    (r"\b(?:ajd|aujd|auj|aujourdhui)\b\.?", "today"),
    (r"\b(?:tmrw|tmr|tmw|2moro|2morrow)\b", "tomorrow"),
    (r"\b(?:tonite|2nite)\b", "tonight"),
    (r"\b(?:aprm|apm|ap-midi)\b|\baprem'", "aprem"),
    (rf"{_NOT_AN_HOURS}\bam\b", "morning"),
    (rf"{_NOT_AN_HOURS}\bpm\b", "afternoon"),
    (r"\bweek[- ]end\b", "weekend"),
    (r"\bsem\.? (?=prochaine\b)", "semaine "),
    # dates
    (r"\bdu mat\b", "du matin"),
    (rf"\b({_MONTH}) the (?=[0-9])", r"\1 "),
    (r"\bof the (?:current|this) month\b", "of this month"),
    (r"\bof the next month\b", "of next month"),
    (rf"\b(?:du|au) mois de (?={_MONTH}\b)", "de "),
    (r"\b(?:dernier jour|last day) (?=of |de |du )", "fin "),
    (r"\ba la fin\b|\ben fin (?=de mois\b)", "fin"),
    (rf"\b([0-9]{{1,2}})(?={_MONTH}\b)", r"\1 "),
    (rf"\b({_MONTH})([0-9]{{1,2}})\b", r"\1 \2"),
    (rf"\b([0-9]{{1,2}})-({_MONTH})\b-?", r"\1 \2 "),
    # a dash after a day only sets the hour apart
    (
        rf"\b({_MONTH}\.? [0-9]{{1,2}}(?:st|nd|rd|th)?|{_DAY}\.?|20[0-9]{{2}}|[0-9/]+/[0-9]+) - ",
        r"\1 ",
    ),
    (r"(?<=[0-9hm]) - (?=(?:duree|pendant|for)\b)", " "),
)
_AFTER = _rewrites(
    (r" +", " "),
    (r"\b(?:(?:of|on) )?next week on (?=[a-z])", "next week "),
    (r"\b(?:of|on) next week\b", "next week"),
    (r"\b(?:de cette|cette|of this|this) (?:semaine|week)(?: on)?\b", "this week"),
    (r"\b(?:this coming|the coming|upcoming|qui vient|a venir)\b", "coming"),
)
