"""A community is founded in a channel: one form, prefilled, that acts at once."""

from __future__ import annotations

import pytest

from tests.kit.chat import Channel, Chat

pytestmark = pytest.mark.everywhere

FOUND = "Found a community here"


async def test_ronde_offers_to_found_a_community(chat: Chat) -> None:
    """In a channel that belongs to no community yet, `/ronde` offers to found one."""
    await chat.ann.types("/ronde")

    assert "No community lives in this channel yet" in chat.ann.told
    assert FOUND in chat.ann.told.buttons
    assert chat.channel.messages == []


async def test_the_founding_form_is_prefilled(chat: Chat) -> None:
    """Five fields, all in place but the date of the first meeting."""
    await chat.ann.types("/ronde")
    await chat.ann.presses(FOUND)

    assert chat.ann.form is not None
    values = chat.ann.form.values
    assert list(chat.ann.form.labels) == ["name", "purpose", "language", "zone", "first_meeting"]
    assert values["name"] == "General"
    assert values["purpose"] == "sharing what works and helping each other"
    assert values["language"] == "en"
    assert values["zone"] == ("UTC" if chat.wire.platform == "discord" else "Europe/London")
    assert not values.get("first_meeting")


async def test_the_founding_form_speaks_french(chat: Chat) -> None:
    """The form opens in the reader's language, which becomes the community's."""
    await chat.ines.types("/ronde")
    await chat.ines.presses("Fonder une communauté ici")

    assert chat.ines.form is not None
    assert chat.ines.form.values["purpose"] == "partager ce qui marche et s’entraider"
    assert chat.ines.form.values["language"] == "fr"
    await chat.ines.fills(name="Pédagogues de l’Est")
    assert "J’en fais partie" in chat.channel.newest.buttons


async def test_founding_acts_at_once(chat: Chat) -> None:
    """There is no preview: the invitation stands in the channel, and the plan answers."""
    await chat.ann.types("/ronde")
    await chat.ann.presses(FOUND)
    await chat.ann.fills(name="Trainers of the East", purpose="being less alone")

    assert "We are starting Trainers of the East, for being less alone." in chat.channel.newest
    assert "I'm in" in chat.channel.newest.buttons
    assert "1 member" in chat.channel.newest
    assert "Trainers of the East is founded" in chat.ann.told
    assert "The first thirty minutes of Trainers of the East" in chat.ann.told


async def test_whoever_founds_coordinates_and_administers(chat: Chat) -> None:
    """The founder may change the settings, and say who administers."""
    await chat.founded()
    await chat.ann.types("/ronde")
    await chat.ann.presses("Who coordinates")

    assert chat.ann.form is not None
    assert chat.ann.form.values["admins"] == "Ann"
    await chat.ann.types("/ronde settings")
    assert chat.ann.form is not None
    assert chat.ann.form.title == "Settings"


async def test_the_first_meeting_is_read_in_the_founders_zone(chat: Chat) -> None:
    """ "Thursday 3 December 2pm" of somebody in London is 3 pm for a community in Paris."""
    await chat.ann.types("/ronde")
    await chat.ann.presses(FOUND)
    await chat.ann.fills(zone="Europe/Paris", first_meeting="thursday 3 december 2pm")

    if chat.wire.platform == "discord":  # which tells no zone: the one in the form is meant
        assert "First meeting: Thursday 3 December 2026 at 14:00" in chat.channel.newest
        return
    assert "First meeting: Thursday 3 December 2026 at 14:00" in chat.ann.told
    assert "First meeting: Thursday 3 December 2026 at 15:00" in chat.channel.newest


async def test_a_first_meeting_without_an_hour_is_a_day(chat: Chat) -> None:
    """A day alone is said as a day, without an invented hour."""
    await chat.ann.types("/ronde")
    await chat.ann.presses(FOUND)
    await chat.ann.fills(first_meeting="thursday 3 december")

    assert "First meeting: Thursday 3 December 2026." in chat.channel.newest
    assert "23:59" not in chat.channel.newest
    assert "First meeting: Thursday 3 December 2026." in chat.ann.told


async def test_without_a_first_meeting_its_sentence_is_left_out(chat: Chat) -> None:
    """An empty date says nothing of a meeting."""
    await chat.founded()

    assert "First meeting" not in chat.channel.newest
    assert "First meeting" not in chat.ann.told


async def test_what_cannot_be_used_comes_back_under_its_field(chat: Chat) -> None:
    """A wrong zone or date opens the form again with all the rest; nothing is founded."""
    await chat.ann.types("/ronde")
    await chat.ann.presses(FOUND)
    await chat.ann.fills(name="Trainers", zone="Paris-ish", first_meeting="2020-01-01 10:00")

    assert chat.ann.form is not None
    assert "in the past" in chat.ann.form.errors["first_meeting"]
    await chat.ann.fills(name="Trainers", zone="Paris-ish", first_meeting="")
    assert chat.ann.form is not None
    assert "Paris-ish" in chat.ann.form.errors["zone"]
    assert chat.channel.messages == []
    await chat.ann.fills(name="Trainers", zone="Europe/Paris", first_meeting="")
    assert "We are starting Trainers" in chat.channel.newest


async def test_a_first_meeting_is_not_moved_a_year_unasked(chat: Chat) -> None:
    """A day that has just gone by comes back with a question; with its year it is taken."""
    await chat.ann.types("/ronde")
    await chat.ann.presses(FOUND)
    await chat.ann.fills(name="Trainers", first_meeting="1 november")
    said = "That would be in 2027. Add the year if you mean it."
    assert chat.ann.form is not None
    assert said in chat.ann.form.errors["first_meeting"]
    assert chat.channel.messages == []
    await chat.ann.fills(name="Trainers", first_meeting="1 november 2027 2pm", zone="Paris")

    assert "First meeting: Monday 1 November 2027" in chat.channel.newest


async def test_a_length_of_time_may_end_next_year(chat: Chat) -> None:
    """What is counted from today has moved nowhere."""
    await chat.ann.types("/ronde")
    await chat.ann.presses(FOUND)
    await chat.ann.fills(name="Trainers", first_meeting="+300d")

    assert "First meeting: " in chat.channel.newest


async def test_two_people_cannot_found_in_the_same_channel(chat: Chat) -> None:
    """A channel belongs to one community: the second form is refused, saying whose it is."""
    for person in (chat.ann, chat.ben):
        await person.types("/ronde")
        await person.presses(FOUND)
    await chat.ann.fills(name="First")
    await chat.ben.fills(name="Second")

    assert "already belongs to First" in chat.ben.told
    assert len(chat.channel.messages) == 1


async def test_a_double_click_founds_once(chat: Chat) -> None:
    """The form sent twice by the platform has one effect."""
    await chat.ann.types("/ronde")
    await chat.ann.presses(FOUND)
    await chat.ann.fills(name="Trainers")
    await chat.wire.repeat()
    await chat.settle()

    assert len(chat.channel.messages) == 1


async def test_nobody_founds_in_direct_messages(chat: Chat) -> None:
    """There, `/ronde` says where to go, without a dead button."""
    await chat.ann.types("/ronde", "direct")

    assert "Go to the channel where people will meet" in chat.ann.told
    assert FOUND not in chat.ann.told.buttons


async def test_a_second_channel_joins_my_community(chat: Chat) -> None:
    """Who coordinates a community may add a channel to it; the invitation is posted there."""
    await chat.founded()
    await chat.ann.types("/ronde", "second")
    await chat.ann.presses("Add this channel to Trainers", on=chat.ann.told)

    second = Channel(chat.wire, "second")
    assert "This channel is now part of Trainers." in chat.ann.told
    assert "We are starting Trainers" in second.newest
    await chat.ben.presses("I'm in", on=second.newest)
    assert "2 members" in second.newest
    assert "2 members" in chat.channel.newest


async def test_a_workspace_holds_several_communities(chat: Chat) -> None:
    """Another channel may found a community of its own; each counts its own members."""
    await chat.founded(chat.ben)
    await chat.ben.types("/ronde", "second")
    await chat.ben.presses(FOUND, on=chat.ben.told)
    await chat.ben.fills(name="Designers")

    assert "1 member" in Channel(chat.wire, "second").newest
    assert "2 members" in chat.channel.newest


async def test_who_does_not_coordinate_cannot_take_a_channel(chat: Chat) -> None:
    """A simple member is offered to found, not to add the channel to the community."""
    await chat.founded(chat.ben)
    await chat.ben.types("/ronde", "second")

    assert chat.ben.told.buttons[0] == FOUND
    assert not any(label.startswith("Add this channel") for label in chat.ben.told.buttons)


async def test_where_the_bot_is_not_in_the_channel_founding_waits(chat: Chat) -> None:
    """The form becomes a draft with Publish, and the answer says how to invite the bot."""
    chat.wire.shuts("general")
    await chat.ann.types("/ronde")
    await chat.ann.presses(FOUND)
    await chat.ann.fills(name="Trainers")

    assert "Publish" in chat.ann.told.buttons
    assert chat.channel.messages == []
    chat.wire.admits("general")
    await chat.ann.presses("Publish")
    assert "We are starting Trainers" in chat.channel.newest
