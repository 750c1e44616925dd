"""What people type to find something again: read into a question, and asked of SQLite's FTS5."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from bot.date_readings import days, months_later
from bot.date_words import MONTHS, WEEKDAYS, spell
from bot.errors import Refusal
from bot.folding import PREFIX_FROM, folded, words_of
from bot.text import text
from bot.words import fold
from scheduling.calendar import local, start_of_day

LONGEST_LINE = 2_000

_OPERATORS = {
    word: name
    for name, words in {
        "by": "by de par",
        "kind": "type types",
        "since": "since depuis",
        "all": "all tout tous toutes",
    }.items()
    for word in words.split()
}
_KINDS = {
    folded(word): kind
    for kind, words in {
        "guide": "guide",
        "article": "article",
        "video": "video film",
        "tool": "tool outil",
        "template": "template modèle canevas gabarit",
        "course": "course cours formation mooc",
        "note": "note",
    }.items()
    for word in words.split()
}
_YES, _NO = {"yes", "oui", "y", "o", "true", "1", "on"}, {"no", "non", "n", "false", "0", "off"}
# Joins other words and is in nearly every text, or in none: it would only hide what is looked for.
_JOINING = frozenset(
    """
    a an and are as at au aux avec by ce ces cet cette comment d dans de des du en est et for from
    how in is it l la le les of on or ou our par pour qu que quel quelle qui s se sur the this to
    un une with
    """.split()  # noqa: SIM905  (words read better as words)
)
_ELISION = re.compile(r"\b(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)['’](?=\w)", re.IGNORECASE)

_GAP = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ud800-\udfff]+")
_QUOTED = r"[\"“”„]([^\"“”„]*)[\"“”]|«([^»]*)»"
_PHRASE = re.compile(rf"([-−–]?)(?:{_QUOTED})")
_OPERATOR = re.compile(r"([^\W\d_]+) ?:")
_VALUE = re.compile(rf"\s*(?:{_QUOTED}|(<[^>\s][^>]*>|[^\s\"“”„«»]+))")
_ATTACHED = re.compile(r"[^\s\"“”„«»]+")
_TAG = re.compile(r"([-−–]?)#([^\W_][\w-]*)")
_WORD = re.compile(r"[^\s\"“”„«»]+")

_LENGTH = re.compile(r"([0-9]{1,4}) ?([a-z]+)")
_UNITS = {
    word: unit
    for unit, words in {
        "days": "d j day days jour jours",
        "weeks": "w s wk wks sem week weeks semaine semaines",
        "months": "m mo mos mois month months",
        "years": "y a an ans yr yrs annee annees year years",
    }.items()
    for word in words.split()
}
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_MONTH = re.compile(r"([a-z]+)\.?(?: ((?:19|20)[0-9]{2}))?|((?:19|20)[0-9]{2})-([0-9]{2})")
_EARLIEST = date(1970, 1, 1)
_WORDS_OF_A_DATE = 4


@dataclass(frozen=True, slots=True)
class Query:
    """A question, read: all of it must hold.

    Words are folded. `without`: words (of one) and phrases that must not be there. `tags` are
    lower-case, accents kept; `by` is a name or a platform's account id, as typed; `kind` is one of
    the seven types; `since` is an instant; `all` asks for archived and broken ones too. As typed:
    `plain` repeats the words and phrases, `others` all that is no single word.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    without: tuple[tuple[str, ...], ...] = ()
    tags: tuple[str, ...] = ()
    without_tags: tuple[str, ...] = ()
    by: str = ""
    kind: str = ""
    since: datetime | None = None
    all: bool = False
    plain: str = ""
    others: str = ""


def parse(line: str, now: datetime, zone: str) -> Query:
    """Read a line such as `pédagogie inversée #évaluation by:@ines type:guide since:6mo -vidéo`.

    The operators of feature 9, in English and French; one that nobody knows is plain words.
    `since` counts from the beginning of a day in `zone`; of two dates that words may mean, the
    earlier, which hides nothing. Words that only join others are left out, if others are left.
    Raises a Refusal for a type or a date it does not know, for more than 2,000 characters, and
    where there is nothing to look for.
    """
    if len(line) > LONGEST_LINE:
        raise Refusal(text("resource-find-long", count=len(line), most=LONGEST_LINE))
    said = unicodedata.normalize("NFC", _GAP.sub(" ", line).strip())
    reading = _Reading(said, now, zone)
    reading.read()
    query = reading.query()
    if not (query.words or query.phrases or query.tags or query.by or query.kind or query.since):
        raise Refusal(text("resource-find-words"))
    return query


def match(query: Query, *, prefix: bool) -> str | None:
    """The question for FTS5's MATCH, or None where no word is looked for.

    Every word is quoted, so nothing in it is syntax. With `prefix`, words of three letters or more
    need only begin so.
    """
    wanted = [_quoted((word,), prefix=prefix) for word in query.words]
    wanted += [_quoted(phrase) for phrase in query.phrases]
    if not wanted:
        return None
    unwanted = excluded(query)
    asked = " AND ".join(wanted)
    # One NOT for all: FTS5 refuses what is nested more than 256 deep.
    return f"({asked}) NOT ({unwanted})" if unwanted else asked


def excluded(query: Query) -> str | None:
    """What must not be there, for FTS5's MATCH: needed where `match` is None; None if nothing."""
    return " OR ".join(_quoted(phrase) for phrase in query.without) or None


def nearest(word: str, vocabulary: Iterable[tuple[str, int]]) -> str | None:
    """The word that was probably meant, of a vocabulary of (word, uses); None if none is near.

    Nearest first, then most used: one slip (a letter more, less, another, or two swapped: Damerau
    and Levenshtein, neighbours swapped once) up to five letters, two from six on.
    """
    if len(word) < PREFIX_FROM:
        return None
    slips = 1 if len(word) <= 5 else 2
    letters = set(word)
    best: tuple[int, int, str] | None = None
    for other, uses in vocabulary:
        # Most words are far away: that is seen at once by their length and letters.
        far = abs(len(other) - len(word)) > slips or len(letters ^ set(other)) > 2 * slips
        if far or other == word:
            continue
        needed = next((n for n in range(1, slips + 1) if _within(word, other, n)), None)
        if needed is not None and (best is None or (needed, -uses, other) < best):
            best = (needed, -uses, other)
    return best[2] if best else None


def _quoted(words: tuple[str, ...], *, prefix: bool = False) -> str:
    begins = prefix and len(words[0]) >= PREFIX_FROM
    return f'"{" ".join(words)}"' + ("*" if begins else "")


def _within(one: str, other: str, slips: int) -> bool:
    """Whether so many slips are enough to make one word of the other."""
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    one, other = one[same:], other[same:]
    if not one or not other:
        return len(one) + len(other) <= slips
    if slips == 0:
        return False
    return (
        _within(one[1:], other[1:], slips - 1)
        or _within(one[1:], other, slips - 1)
        or _within(one, other[1:], slips - 1)
        or (one[:2] == other[1::-1] and _within(one[2:], other[2:], slips - 1))
    )


@dataclass(slots=True)
class _Reading:
    """One reading of one line, from left to right."""

    line: str
    now: datetime
    zone: str
    words: list[str] = field(default_factory=list)
    phrases: list[tuple[str, ...]] = field(default_factory=list)
    without: list[tuple[str, ...]] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    without_tags: list[str] = field(default_factory=list)
    by: str = ""
    kind: str = ""
    since: datetime | None = None
    all: bool = False
    plain: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)

    def read(self) -> None:
        """Take the line piece by piece; what is no piece (a quote never closed) is skipped."""
        at = 0
        while at < len(self.line):
            found = self._phrase(at) or self._tag(at) or self._operator(at)
            if found is not None:
                self.others.append(self.line[at:found].strip())
            at = found or self._word(at) or at + 1

    def query(self) -> Query:
        """Give what was read, each thing once."""
        telling = [word for word in self.words if word not in _JOINING]
        others = telling or self.phrases or self.tags or self.by or self.kind or self.since
        return Query(
            words=tuple(dict.fromkeys(telling if others else self.words)),
            phrases=tuple(dict.fromkeys(self.phrases)),
            without=tuple(dict.fromkeys(self.without)),
            tags=tuple(dict.fromkeys(self.tags)),
            without_tags=tuple(dict.fromkeys(self.without_tags)),
            by=self.by,
            kind=self.kind,
            since=self.since,
            all=self.all,
            plain=" ".join(self.plain),
            others=" ".join(self.others),
        )

    def _phrase(self, at: int) -> int | None:
        found = _PHRASE.match(self.line, at)
        if found is None:
            return None
        words = tuple(words_of(found[2] or found[3] or ""))
        if words:
            (self.without if found[1] else self.phrases).append(words)
            self.plain += [] if found[1] else [found[0]]
        return found.end()

    def _tag(self, at: int) -> int | None:
        found = _TAG.match(self.line, at)
        if found is None:
            return None
        (self.without_tags if found[1] else self.tags).append(found[2].lower())
        return found.end()

    def _word(self, at: int) -> int | None:
        found = _WORD.match(self.line, at)
        if found is None:
            return None
        words = words_of(_ELISION.sub(" ", found[0]))
        if words and found[0][0] in "-−–":
            self.without.append(tuple(words))
            self.others.append(found[0])
        elif words:
            self.words += words
            self.plain.append(found[0])
        return found.end()

    def _operator(self, at: int) -> int | None:
        found = _OPERATOR.match(self.line, at)
        name = _OPERATORS.get(fold(found[1])) if found else None
        if found is None or name is None:
            return None
        if name == "all":
            return self._read_all(found.end())
        if name == "since":
            return self._read_since(found.end())
        value = _VALUE.match(self.line, found.end())
        said = _value(value)
        if name == "by":
            self.by = said or self.by
            return value.end() if value and said else None
        if not said:
            raise Refusal(text("resource-find-type-missing"))
        self.kind = _KINDS.get(folded(said), "")
        if not self.kind:
            raise Refusal(text("resource-find-type", words=said))
        return value.end() if value else None

    def _read_all(self, at: int) -> int:
        """Bare, or `all:yes`; anything else after the colon is looked for."""
        value = _ATTACHED.match(self.line, at)
        said = fold(value[0]) if value else ""
        self.all = said not in _NO
        return value.end() if value and said in _YES | _NO else at

    def _read_since(self, at: int) -> int:
        """A date may be several words without quotes ("3 mars 2026"): as many as make one."""
        value = _VALUE.match(self.line, at)
        said = _value(value)
        if not said:
            raise Refusal(text("resource-find-since-missing"))
        ends: list[tuple[str, int]] = []
        if value is not None:
            ends.append((said, value.end()))
            while value[3] and len(ends) < _WORDS_OF_A_DATE:
                further = _VALUE.match(self.line, ends[-1][1])
                if further is None or not further[3]:
                    break
                ends.append((f"{ends[-1][0]} {further[3]}", further.end()))
        for words, end in reversed(ends):
            day = _day_meant(words, local(self.now, self.zone).date())
            if day is not None:
                self.since = start_of_day(day, self.zone).astimezone(UTC)
                return end
        raise Refusal(text("resource-find-since", words=said))


def _value(found: re.Match[str] | None) -> str:
    return next((group.strip() for group in found.groups() if group), "") if found else ""


def _day_meant(words: str, today: date) -> date | None:
    """The day, past or present, that some words mean: "6mo", "2 sem", "2025", "mars", "hier"."""
    spelt = fold(words)
    if (found := _LENGTH.fullmatch(spelt)) and (unit := _UNITS.get(found[2])):
        return _ago(today, int(found[1]), unit)
    if _YEAR.fullmatch(spelt):
        return _past(date(int(spelt), 1, 1), today)
    if spelt in {"hier", "yesterday"}:
        return today - timedelta(days=1)
    if found := _MONTH.fullmatch(spelt):
        number = int(found[4]) if found[4] else MONTHS.get(found[1], (0, ""))[0]
        year = int(found[2] or found[3] or today.year - (number > today.month))
        if 1 <= number <= 12:
            return _past(date(year, number, 1), today)
    return min(_days_meant(words, today), default=None)


def _days_meant(words: str, today: date) -> Iterator[date]:
    """Days as `bot.dates` reads them, which looks ahead, brought to the last such day."""
    spelt = spell(words)
    named = spelt.split(" ")[0] in WEEKDAYS
    for day in days(spelt, today):
        on = day.on
        if day.why is not None:
            continue
        if on > today and named and on <= today + timedelta(days=7):
            on -= timedelta(days=7)
        elif on > today and not re.search(r"[0-9]{4}", spelt):
            if all(on != other.on for other in days(spelt, today + timedelta(days=1))):
                continue  # "demain" is no date of the calendar, which also was a year ago
            on = months_later(on, -12).on
        if on <= today:
            yield max(on, _EARLIEST)


def _ago(today: date, count: int, unit: str) -> date:
    if unit in {"days", "weeks"}:
        start = today.toordinal() - count * (7 if unit == "weeks" else 1)
        return date.fromordinal(max(start, _EARLIEST.toordinal()))
    months = min(count * (12 if unit == "years" else 1), (today.year - _EARLIEST.year) * 12)
    return max(months_later(today, -months).on, _EARLIEST)


def _past(day: date, today: date) -> date | None:
    return max(day, _EARLIEST) if day <= today else None
