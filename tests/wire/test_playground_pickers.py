"""Pickers on the page: what is chosen counts, at once or with the next press, and by accident never."""

from __future__ import annotations

from datetime import UTC, datetime

from playwright.async_api import Locator, expect

from tests.kit.browser import Room, Visit

OVER = datetime(2026, 11, 10, 14, 5, tzinfo=UTC)
"""When a meeting on "tuesday 2pm" of an hour, in Paris, is over."""


async def _answers_dates(visit: Visit) -> Locator:
    """Propose two dates and open my answers to them."""
    await visit.types('/meet propose "Round" "tuesday 2pm" "thursday 10am"')
    await visit.page.get_by_role("button", name="Publish").click()
    await visit.card("Round").get_by_role("button", name="Answer", exact=True).click()
    mine = visit.page.locator("article.private", has_text="When could you come").last
    await expect(mine).to_contain_text("2 dates without your answer")
    return mine


async def test_choosing_one_thing_acts_at_once(room: Room) -> None:
    """As on Slack and Discord, one choice needs no second press; focus stays on it (4.A12)."""
    visit = await room.visit("en-GB")
    mine = await _answers_dates(visit)
    await mine.get_by_text("✓ Yes").first.click()

    await expect(mine).to_contain_text("1 date without your answer")
    await expect(mine.locator("input:checked")).to_be_focused()
    await expect(mine.get_by_role("button", name="Choose")).to_have_count(0)
    await visit.shot("picker")
    assert visit.problems == []


async def test_arrows_move_through_choices_and_enter_acts(room: Room) -> None:
    """The arrow keys keep nothing by accident: Enter or the button does, and both are told."""
    visit = await room.visit("en-GB")
    mine = await _answers_dates(visit)
    await mine.locator("input").first.focus()
    await visit.page.keyboard.press("ArrowDown")
    await visit.page.keyboard.press("ArrowDown")

    await expect(mine.locator("input[value=no]").first).to_be_checked()
    await expect(mine.get_by_role("button", name="Choose")).to_have_count(1)
    await expect(mine).to_contain_text("2 dates without your answer")
    await visit.page.keyboard.press("Enter")
    await expect(mine).to_contain_text("1 date without your answer")
    await expect(mine.locator("input[value=no]").first).to_be_focused()
    await mine.locator("input").last.focus()
    await visit.page.keyboard.press("Space")
    await expect(mine).to_contain_text("You have answered every date")
    assert visit.problems == []


async def test_a_choice_that_was_not_kept_can_be_made_again(room: Room) -> None:
    """Where a choice opens a form that is put away, the same choice opens it once more."""
    visit = await room.visit("en-GB")
    for name in ("Round", "Circle"):
        await visit.types(f'/meet propose "{name}" "tuesday 2pm" "thursday 10am"')
        await visit.page.get_by_role("button", name="Publish").click()
        await expect(visit.card(name)).to_be_visible()
    await visit.types("/meet cancel")
    asked = visit.page.locator("article.private", has=visit.page.locator("form.picker")).last
    for _ in range(2):
        await asked.get_by_text("Round").click()
        await visit.page.locator("dialog.form").get_by_role("button", name="Cancel").click()

    await expect(asked.locator("input:checked")).to_have_count(0)
    assert visit.problems == []


async def test_what_was_ticked_counts_when_another_button_is_pressed(room: Room) -> None:
    """Of several, what is ticked is not lost where "That is right" is pressed at once (5.A6)."""
    visit = await room.visit("en-GB")
    await visit.types('/meet settle "Round" "tuesday 2pm"')
    await visit.page.locator("dialog.form button[type=submit]").click()
    await visit.page.get_by_role("button", name="Publish").click()
    await expect(visit.card("Round")).to_be_visible()
    room.playground._clock.move_to(OVER)
    await room.playground.app.settle()
    await visit.becomes("moussa")  # who facilitates
    await visit.types("/ronde")
    await visit.page.get_by_role("button", name="Qui était là").click()
    card = visit.page.locator("article.private", has_text="Qui était là").last
    await card.get_by_text("Moussa").click()
    await card.get_by_role("button", name="C’est bien cela").click()

    await expect(card).to_contain_text("1 personne était là")
    assert visit.problems == []
