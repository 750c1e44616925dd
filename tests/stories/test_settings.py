"""`/ronde settings`: before and after are shown and kept, and rights follow whoever facilitates."""

from __future__ import annotations

from storage import journal
from tests.kit.chat import Chat, Someone


def wrong(person: Someone) -> str:
    """What is said to be wrong: under the fields, or beside the button that opens them again."""
    errors = person.form.errors if person.form is not None else {}
    return " ".join(errors.values()) or person.told.text


async def kept(chat: Chat, act: str) -> list[tuple[str, str]]:
    """(before, after) of the journal's entries of a kind."""
    return await chat.app.database.read(
        lambda db: [
            (entry.details["before"], entry.details["after"])
            for entry in journal.entries(db, 1)
            if entry.act == act
        ]
    )


async def test_the_form_shows_the_settings_as_they_are(chat: Chat) -> None:
    """`/ronde settings` alone opens the form, everything in place."""
    await chat.founded()
    await chat.ann.types("/ronde settings")

    assert chat.ann.form is not None
    assert chat.ann.form.values == {
        "zone": "Europe/Paris",
        "language": "en",
        "hours": "08:00-19:00 mon-fri",
        "facilitator": "",
        "polls": "member",
    }


async def test_before_and_after_are_shown_and_kept(chat: Chat) -> None:
    """The answer says what changed from what to what, and the journal keeps both."""
    await chat.founded(chat.ben)
    await chat.ann.types("/ronde settings")
    await chat.ann.fills(hours="9h-17h lun-jeu", facilitator="@Ben")

    assert "Settings changed" in chat.ann.told
    assert "08:00-19:00 mon-fri → 09:00-17:00 mon-thu" in chat.ann.told
    assert "nobody → ben" in chat.ann.told.text.lower()
    assert "Time zone" not in chat.ann.told
    assert ("08:00-19:00 mon-fri", "09:00-17:00 mon-thu") in await kept(chat, "community.settings")


async def test_a_typed_option_changes_that_setting_alone(chat: Chat) -> None:
    """What a line leaves out stays: also who facilitates."""
    await chat.founded(chat.ben)
    await chat.ann.types('/ronde settings facilitator:"@Ben"')
    await chat.ann.types("/ronde settings zone:America/Montreal")

    assert "Europe/Paris → America/Montreal" in chat.ann.told
    assert "Facilitator" not in chat.ann.told
    await chat.ann.types("/ronde settings")
    assert chat.ann.form is not None
    assert chat.ann.form.values["facilitator"].lower() == "ben"


async def test_a_zone_is_known_by_its_city(chat: Chat) -> None:
    """The last part of a zone's name is enough where no other zone ends with it."""
    await chat.founded()
    await chat.ann.types("/ronde settings zone:tokyo")

    assert "Europe/Paris → Asia/Tokyo" in chat.ann.told


async def test_nothing_changed_is_said(chat: Chat) -> None:
    """Saving what is already so changes nothing, and nothing is journaled."""
    await chat.founded()
    await chat.ann.types("/ronde settings")
    await chat.ann.fills()

    assert "Nothing has changed." in chat.ann.told
    assert await kept(chat, "community.settings") == []


async def test_what_cannot_be_used_stands_under_its_field(chat: Chat) -> None:
    """A zone, hours or a name that mean nothing come back all at once; nothing is saved."""
    await chat.founded()
    await chat.ann.types("/ronde settings")
    await chat.ann.fills(zone="Narnia", hours="whenever", facilitator="Aslan")

    for said in ("I do not know the zone “Narnia”", "“whenever”", "I do not know “Aslan” here"):
        assert said in wrong(chat.ann), said
    assert await kept(chat, "community.settings") == []


async def test_the_communitys_language_changes_its_cards(chat: Chat) -> None:
    """The invitation in the channel speaks the new language at once."""
    await chat.founded()
    await chat.ann.types("/ronde settings language:french")

    assert "English → French" in chat.ann.told
    assert "J’en fais partie" in chat.channel.newest.buttons


async def test_who_may_create_polls(chat: Chat) -> None:
    """Restricted to coordinators, a member is told whom to ask; opened again, they may."""
    await chat.founded(chat.ben)
    await chat.ann.types("/ronde settings polls:coordinators")
    await chat.ben.types('/poll "Lunch?" "Soup" "Pie"')
    assert "coordinators start polls" in chat.ben.told
    assert len(chat.channel.messages) == 1
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    assert "Lunch?" in chat.channel.newest
    await chat.ann.types("/ronde settings polls:members")
    await chat.ben.types('/poll "Dinner?" "Soup" "Pie"')

    assert "Dinner?" in chat.channel.newest


# ── who facilitates ─────────────────────────────────────────────────────────────────────────────


async def test_rights_follow_whoever_facilitates_now(chat: Chat) -> None:
    """Whoever holds the role may manage others' polls; who held it before no longer may."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ann.types("/ronde settings facilitator:@Ben")
    await chat.ann.types("/ronde settings facilitator:@Cleo")
    await chat.ben.types("/poll close 1")
    assert "Only the author of this poll, the facilitator or a coordinator" in chat.ben.told
    await chat.cleo.types("/poll close 1")

    assert "The poll is closed" in chat.cleo.told


async def test_an_emptied_field_means_nobody_facilitates(chat: Chat) -> None:
    """Who cleared the name in the form meant it: the role is vacant."""
    await chat.founded(chat.ben)
    await chat.ann.types("/ronde settings facilitator:@Ben")
    await chat.ann.types("/ronde settings")
    await chat.ann.fills(facilitator="")

    assert "ben → nobody" in chat.ann.told.text.lower()
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ben.types("/poll close 1")
    assert "Only the author of this poll" in chat.ben.told


async def test_whoever_is_named_learns_it(chat: Chat) -> None:
    """The new facilitator gets one direct message; who names themselves needs none."""
    await chat.founded(chat.cleo)
    await chat.ann.types("/ronde settings facilitator:@Cleo")
    await chat.tick()
    assert "You now facilitate Trainers." in chat.cleo.inbox[-1]
    await chat.ann.types("/ronde settings facilitator:@Ann")
    await chat.passes(days=1)

    assert chat.ann.inbox == []
    assert len(chat.cleo.inbox) == 1


async def test_a_facilitator_does_not_change_the_settings(chat: Chat) -> None:
    """Settings are for coordinators: the refusal says whom to ask."""
    await chat.founded(chat.ben)
    await chat.ann.types("/ronde settings facilitator:@Ben")
    await chat.ben.types("/ronde settings")

    assert "Only a coordinator can do this." in chat.ben.told


# ── who coordinates ─────────────────────────────────────────────────────────────────────────────


async def coordinating(chat: Chat, who: Someone, **values: str) -> None:
    """Somebody sends the form "Who coordinates"."""
    await who.types("/ronde")
    await who.presses("Who coordinates", on=who.told)
    await who.fills(**values)


async def test_a_coordinator_is_named(chat: Chat) -> None:
    """A member named coordinator may change the settings, and learns it."""
    await chat.founded(chat.cleo)
    await coordinating(chat, chat.ann, coordinators="@Cleo")
    await chat.tick()

    assert "coordinators, one a line: cleo" in chat.ann.told.text.lower()
    assert "Administrators, one a line: Ann" in chat.ann.told
    assert "You now coordinate Trainers" in chat.cleo.inbox[-1]
    assert ("member", "coordinator") in await kept(chat, "community.rank")
    await chat.cleo.types("/ronde settings hours:9h-17h")
    assert "Settings changed" in chat.cleo.told


async def test_who_administers_also_coordinates(chat: Chat) -> None:
    """Where nobody else coordinates, form and answer say that an administrator does."""
    await chat.founded(chat.ben)
    await coordinating(chat, chat.ann, admins="@Ann\n@Ben")

    assert "Coordinators, one a line: nobody" in chat.ann.told
    assert "An administrator also coordinates, and chooses who does." in chat.ann.told


async def test_the_settings_lead_to_who_coordinates(chat: Chat) -> None:
    """The answer to the settings has the button, too."""
    await chat.founded()
    await chat.ann.types("/ronde settings hours:9h-17h")
    await chat.ann.presses("All settings", on=chat.ann.told)
    await chat.ann.presses("Who coordinates", on=chat.ann.told)

    assert chat.ann.form is not None
    assert chat.ann.form.values == {"coordinators": "", "admins": "Ann"}


async def test_a_coordinator_names_coordinators_but_not_administrators(chat: Chat) -> None:
    """Who administers is said by administrators; nothing is half done."""
    await chat.founded(chat.ben, chat.cleo)
    await coordinating(chat, chat.ann, coordinators="@Ben")
    await coordinating(chat, chat.ben, coordinators="@Ben\n@Cleo")
    assert "cleo" in chat.ben.told.text.lower()
    await coordinating(chat, chat.ben, coordinators="@Cleo", admins="@Ann\n@Ben")

    assert "Only an administrator can do this." in wrong(chat.ben)
    await chat.ben.types("/ronde")
    assert "Who coordinates" in chat.ben.told.buttons


async def test_the_last_administrator_stays(chat: Chat) -> None:
    """A community keeps an administrator: neither the form nor leaving takes the last one."""
    await chat.founded(chat.ben)
    await coordinating(chat, chat.ann, admins="")
    assert "keeps at least one administrator" in wrong(chat.ann)
    await chat.ann.types("/ronde data")
    await chat.ann.presses("Leave the community", on=chat.ann.told)
    assert "You are the only administrator" in chat.ann.told
    await coordinating(chat, chat.ann, admins="@Ben")
    await chat.ann.types("/ronde data")
    await chat.ann.presses("Leave the community", on=chat.ann.told)

    assert "You have left Trainers." in chat.ann.told


async def test_only_members_are_named(chat: Chat) -> None:
    """A name that is not on the roll stands under its field."""
    await chat.founded()
    await chat.dan.types("/ronde")
    await coordinating(chat, chat.ann, coordinators="@Dan")

    assert "I do not know “@Dan” here." in wrong(chat.ann)


async def test_a_channel_may_speak_another_language_than_its_community(chat: Chat) -> None:
    """All settings stand on one card; what this channel speaks changes the cards that stand in it."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ann.types("/ronde")
    await chat.ann.presses("Settings", on=chat.ann.told)
    assert "Time zone" in chat.ann.told
    assert "Europe/Paris" in chat.ann.told
    await chat.ann.picks("French", on=chat.ann.told)

    assert "Soup · 0 vote" in chat.channel.newest
    assert "aucun vote" in chat.channel.newest
    assert ("same", "fr") in await kept(chat, "community.settings")
    assert "Cards in #general: In the community's language → French" in chat.ann.told
    await chat.ann.picks("In the community's language", on=chat.ann.told)
    assert "0 votes" in chat.channel.newest


async def test_a_setting_chosen_on_the_card_shows_before_and_after(chat: Chat) -> None:
    """What was chosen just now is said as it was and as it is; the same again is not (24.A2)."""
    await chat.founded()
    await chat.ann.types("/ronde")
    await chat.ann.presses("Settings", on=chat.ann.told)
    await chat.ann.picks("coordinators", on=chat.ann.told)
    assert "Who proposes dates: every member → coordinators" in chat.ann.told
    await chat.ann.picks("coordinators", on=chat.ann.told)

    assert "→" not in chat.ann.told


async def test_the_card_of_all_settings_opens_the_form(chat: Chat) -> None:
    """From the card to the form, and from its answer back to the card."""
    await chat.founded(chat.ben)
    await chat.ann.types("/ronde")
    await chat.ann.presses("Settings", on=chat.ann.told)
    await chat.ann.presses("Change", on=chat.ann.told)
    await chat.ann.fills(hours="9h-17h")
    await chat.ann.presses("All settings", on=chat.ann.told)

    assert "09:00-17:00" in chat.ann.told


async def test_the_card_of_all_settings_is_for_coordinators(chat: Chat) -> None:
    """A button kept from better days opens nothing, and changes nothing."""
    await chat.founded(chat.ben)
    await chat.ann.types("/ronde")
    await chat.ann.presses("Settings", on=chat.ann.told)
    card = chat.ann.told
    await chat.ann.presses("Who coordinates", on=card)
    await chat.ann.fills(admins="@Ben")
    await chat.ann.picks("French", on=card)

    assert "Only a coordinator can do this." in chat.ann.told
    assert await kept(chat, "community.settings") == []
