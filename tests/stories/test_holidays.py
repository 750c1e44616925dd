"""Public holidays: the community's country is set, and deadlines that nobody typed avoid its holidays."""

from __future__ import annotations

from datetime import timedelta

from storage import journal
from tests.kit.chat import Chat
from tests.kit.clock import MONDAY

WEEK_BEFORE = MONDAY + timedelta(days=2)
"""A Wednesday: in a week it is 11 November, a holiday in France."""


async def kept(chat: Chat) -> list[tuple[str, str, str]]:
    """(setting, before, after) of the journal's entries."""
    return await chat.app.database.read(
        lambda db: [
            (entry.details["setting"], entry.details["before"], entry.details["after"])
            for entry in journal.entries(db, 1)
            if entry.act == "community.settings"
        ]
    )


async def test_the_country_is_that_of_the_zone(chat: Chat) -> None:
    """Founded in Paris, a community keeps the holidays of France, and its settings say so."""
    await chat.founded()
    await chat.ann.types("/ronde")
    await chat.ann.presses("Settings", on=chat.ann.told)

    assert "Public holidays: France" in chat.ann.told


async def test_the_country_is_typed(chat: Chat) -> None:
    """A name in either language will do; before and after are shown and kept, by their names."""
    await chat.founded()
    await chat.ann.types("/ronde settings country:Québec")

    assert "France → Canada (QC)" in chat.ann.told
    assert "Time zone" not in chat.ann.told
    assert await kept(chat) == [("country", "FR", "CA-QC")]
    await chat.ann.types("/ronde settings country:none")
    assert "Canada (QC) → none" in chat.ann.told
    await chat.ann.types("/ronde settings hours:9h-17h")
    assert "Public holidays" not in chat.ann.told


async def test_the_country_is_named_in_french(chat: Chat) -> None:
    """« pays: » takes a French name, and the answer says it in French."""
    await chat.founded(by=chat.ines)
    await chat.ines.types("/ronde réglages pays:sénégal")

    assert "Jours fériés" in chat.ines.told
    assert "France → Sénégal" in chat.ines.told
    await chat.ines.types("/ronde réglages pays:aucun")
    assert "Sénégal → aucun" in chat.ines.told


async def test_an_unknown_country_stands_under_its_field(chat: Chat) -> None:
    """What is no country comes back with what to type instead; nothing is saved."""
    await chat.founded()
    await chat.ann.types("/ronde settings country:Narnia")
    form = chat.ann.form
    said = " ".join(form.errors.values()) if form and form.errors else chat.ann.told.text

    assert "I do not know the country “Narnia”" in said
    assert await kept(chat) == []


async def test_the_card_of_all_settings_changes_the_country(chat: Chat) -> None:
    """A button opens a form with the country in place; emptied, no holidays are kept."""
    await chat.founded()
    await chat.ann.types("/ronde")
    await chat.ann.presses("Settings", on=chat.ann.told)
    card = chat.ann.told
    await chat.ann.presses("Public holidays", on=card)
    assert chat.ann.form is not None
    assert chat.ann.form.values == {"country": "France"}
    await chat.ann.fills(country="Belgique")
    assert "France → Belgium" in chat.ann.told
    await chat.ann.presses("Public holidays", on=card)
    await chat.ann.fills(country="")

    assert "Belgium → none" in chat.ann.told


async def test_the_country_goes_with_the_zone_until_somebody_chose_it(chat: Chat) -> None:
    """A zone put right puts the country right; one that was chosen stays."""
    await chat.founded()
    await chat.ann.types("/ronde settings zone:America/Montreal")
    assert "France → Canada (QC)" in chat.ann.told
    await chat.ann.types("/ronde settings country:Belgium")
    await chat.ann.types("/ronde settings zone:Europe/Paris")

    assert "America/Montreal → Europe/Paris" in chat.ann.told
    assert "Belgium" not in chat.ann.told


async def test_the_country_is_for_coordinators(chat: Chat) -> None:
    """A member who types it, or kept the button from better days, changes nothing."""
    await chat.founded(chat.ben)
    await chat.ben.types("/ronde settings country:Belgium")

    assert "Only a coordinator can do this." in chat.ben.told
    assert await kept(chat) == []


# ── deadlines ───────────────────────────────────────────────────────────────────────────────────


async def test_the_usual_deadline_avoids_a_public_holiday(chat: Chat) -> None:
    """A week later is 11 November: the poll closes on the next working day (1)."""
    await chat.founded(chat.ben)
    await chat.passes(to=WEEK_BEFORE)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')

    assert "Thursday 12 November 2026" in chat.channel.newest.text
    assert "18:00" in chat.channel.newest.text


async def test_the_form_proposes_a_working_day(chat: Chat) -> None:
    """The form's deadline avoids the holiday as well (1)."""
    await chat.founded()
    await chat.passes(to=WEEK_BEFORE)
    await chat.ann.types("/poll")

    assert chat.ann.form is not None
    assert chat.ann.form.values["until"].startswith("2026-11-12 18:00")


async def test_a_poll_opened_again_closes_on_a_working_day(chat: Chat) -> None:
    """Opened again two days before, it does not close on the holiday (2.A5)."""
    await chat.founded()
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ann.types("/poll close 1")
    await chat.passes(to=WEEK_BEFORE)
    await chat.ann.types("/poll show 1")
    await chat.ann.presses("Reopen", on=chat.ann.told)

    assert "12 November 2026" in chat.channel.find("Lunch?").text


async def test_without_a_country_no_holiday_is_avoided(chat: Chat) -> None:
    """Where a community keeps no holidays, only weekends are moved over (1)."""
    await chat.founded()
    await chat.ann.types("/ronde settings country:none")
    await chat.passes(to=WEEK_BEFORE)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')

    assert "Wednesday 11 November 2026" in chat.channel.newest.text


async def test_a_deadline_that_somebody_typed_is_kept(chat: Chat) -> None:
    """Whoever types 11 November means it (2.A1)."""
    await chat.founded()
    await chat.passes(to=WEEK_BEFORE)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:"11 november 18:00"')

    assert "11 November 2026" in chat.channel.newest.text
