"""Public holidays: their names, whose they are, and the working days between them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduling.public_holidays import (
    countries,
    country_named,
    holiday_name,
    is_holiday,
    likely_country,
    say_country,
    working_day_in,
)


@pytest.mark.parametrize(
    ("day", "country", "french", "english"),
    [
        ("2027-05-06", "FR", "Ascension", "Ascension Day"),
        ("2027-07-14", "FR", "Fête nationale", "National Day"),
        ("2026-12-20", "RE", "Abolition de l\u2019esclavage", "Abolition of Slavery"),
        ("2026-12-20", "FR", None, None),
        ("2027-06-24", "CA-QC", "Fête nationale du Québec", "Saint Jean Baptiste Day"),
        ("2027-06-24", "CA", None, None),
        ("2027-07-01", "CA", "Fête du Canada", "Canada Day"),
        ("2027-04-04", "SN", "Fête de l\u2019Indépendance", "Independence Day"),
        ("2027-08-01", "CH", "Fête nationale", "National Day"),
        ("2027-09-09", "CH-GE", "Jeûne genevois", "Genevan Fast"),
        # No French name is known: better an English one than none.
        ("2027-05-31", "US", "Memorial Day", "Memorial Day"),
        ("2027-10-03", "DE", "German Unity Day", "German Unity Day"),
        ("2026-11-03", "FR", None, None),
        ("2027-07-14", "", None, None),
        ("2027-07-14", "XX", None, None),
        ("2027-07-14", "FR-XX", None, None),
        ("2027-07-14", "nowhere", None, None),
    ],
)
def test_a_holiday_has_its_name(
    day: str, country: str, french: str | None, english: str | None
) -> None:
    """French where the reader's language is French and the name is known, else English."""
    assert holiday_name(date.fromisoformat(day), country, "fr") == french
    assert holiday_name(date.fromisoformat(day), country, "fr-CA") == french
    assert holiday_name(date.fromisoformat(day), country, "en") == english
    assert is_holiday(date.fromisoformat(day), country) is (french is not None)


def test_two_holidays_of_one_day_are_named_both() -> None:
    """Ascension and the 8th of May fell together in 1997."""
    assert holiday_name(date(1997, 5, 8), "FR", "fr") == "Ascension, Fête de la Victoire"


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("France", "FR"),
        ("fr", "FR"),
        (" FRANCE ", "FR"),
        ("Canada", "CA"),
        ("Sénégal", "SN"),
        ("senegal", "SN"),
        ("La Réunion", "RE"),
        ("Réunion", "RE"),
        ("Côte d'Ivoire", "CI"),
        ("cote d\u2019ivoire", "CI"),
        ("Ivory Coast", "CI"),
        ("Maurice", "MU"),
        ("Belgique", "BE"),
        ("Switzerland", "CH"),
        ("États-Unis", "US"),
        ("USA", "US"),
        ("UK", "GB"),
        ("Royaume-Uni", "GB"),
        ("Georgia", "GE"),  # the country before the state
        ("CA-QC", "CA-QC"),
        ("ca qc", "CA-QC"),
        ("Québec", "CA-QC"),
        ("quebec", "CA-QC"),
        ("Canada (Québec)", "CA-QC"),
        ("Québec, Canada", "CA-QC"),
        ("Genève", "CH-GE"),
        ("Scotland", "GB-SCT"),
        ("La Rioja", ""),  # in Argentina and in Spain
        ("Espagne, La Rioja", "ES-RI"),
        ("qc", ""),
        ("CA-XX", ""),
        ("Narnia", ""),
        ("", ""),
        ("-", ""),
        ("\ud800", ""),
    ],
)
def test_a_country_is_known_by_its_names(words: str, country: str) -> None:
    """Code or name, in either language, and parts of a country that have holidays of their own."""
    assert country_named(words) == country


@pytest.mark.parametrize(
    ("zone", "country"),
    [
        ("Europe/Paris", "FR"),
        ("America/Montreal", "CA-QC"),
        ("America/Toronto", "CA"),
        ("Africa/Dakar", "SN"),
        ("Indian/Reunion", "RE"),
        ("Europe/Brussels", "BE"),
        ("Asia/Calcutta", "IN"),
        ("US/Eastern", "US"),
        ("UTC", ""),
        ("Etc/GMT-3", ""),
        ("nowhere", ""),
        ("", ""),
    ],
)
def test_a_zone_tells_the_likely_country(zone: str, country: str) -> None:
    """The country that a zone lies in is proposed; a zone that lies in none tells nothing."""
    assert likely_country(zone) == country


def test_countries_have_their_names_in_both_languages() -> None:
    """Every country whose holidays are known can be named, and is known again by that name."""
    assert countries()["SN"] == {"en": "Senegal", "fr": "Sénégal"}
    assert len(countries()) > 240
    assert say_country("CA-QC", "fr") == say_country("CA-QC", "en") == "Canada (QC)"
    for code in (*countries(), "CA-QC", "CH-VD", "FR-974"):
        for language in ("en", "fr"):
            assert country_named(say_country(code, language)) == code


def test_every_country_says_its_holidays() -> None:
    """No country's holidays break, warn, or speak of another year; nearly all have some."""
    silent = set()
    for code in countries():
        days = [date(2027, 1, 1) + timedelta(turn) for turn in range(365)]
        names = {holiday_name(day, code, "fr") for day in days} - {None}
        assert "" not in names
        if not names:
            silent.add(code)

    nobody_lives_there, suspended_by_law, not_fixed_yet = {"AQ", "HM", "BV", "IO"}, {"UA"}, {"LK"}
    assert silent <= nobody_lives_there | suspended_by_law | not_fixed_yet


@pytest.mark.parametrize(
    ("day", "country", "working"),
    [
        ("2026-11-06", "FR", "2026-11-06"),
        ("2026-11-07", "FR", "2026-11-09"),
        ("2026-11-11", "FR", "2026-11-12"),
        ("2026-11-11", "SN", "2026-11-11"),
        ("2026-11-11", "", "2026-11-11"),
        ("2026-12-25", "FR", "2026-12-28"),
        ("2027-01-01", "FR", "2027-01-04"),
        ("2027-03-27", "FR", "2027-03-30"),  # over Easter Monday
    ],
)
def test_a_working_day_is_no_holiday(day: str, country: str, working: str) -> None:
    """Weekends and public holidays are passed over, one after the other."""
    found = working_day_in(country, date.fromisoformat(day))

    assert found == date.fromisoformat(working)


@given(
    st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.sampled_from(("", "FR", "CA-QC", "SN", "JP"))
)
def test_the_next_working_day_is_near_and_open(day: date, country: str) -> None:
    """It is not before the day, no weekend and no holiday, and all days between are closed."""
    found = working_day_in(country, day)

    assert day <= found < day + timedelta(days=15)
    between = [day + timedelta(turn) for turn in range((found - day).days)]
    assert all(each.weekday() > 4 or is_holiday(each, country) for each in between)
    assert found.weekday() < 5
    assert not is_holiday(found, country)


@given(st.text(max_size=20))
def test_no_words_break_the_reading_of_a_country(words: str) -> None:
    """Any text is a country that has a name, or none."""
    found = country_named(words)

    assert not found or country_named(found) == found
