"""When Slack falls silent: what is tried after 15, 60 and 180 seconds."""

from __future__ import annotations

from adapters.slack.watchdog import Remedy, Watchdog


def _judged(silent: range) -> dict[int, Remedy]:
    dog = Watchdog()
    assert dog.judge(True, 0.0) is Remedy.NOTHING
    found = {second: dog.judge(False, 1_000.0 + second) for second in silent}
    return {second: remedy for second, remedy in found.items() if remedy is not Remedy.NOTHING}


def test_a_new_address_then_a_new_client_then_a_new_process() -> None:
    """Every fifteen seconds an address, every minute a client, after three minutes the end."""
    assert _judged(range(181)) == {
        15: Remedy.ASK_ANEW,
        30: Remedy.ASK_ANEW,
        45: Remedy.ASK_ANEW,
        60: Remedy.REBUILD,
        75: Remedy.ASK_ANEW,
        90: Remedy.ASK_ANEW,
        105: Remedy.ASK_ANEW,
        120: Remedy.REBUILD,
        135: Remedy.ASK_ANEW,
        150: Remedy.ASK_ANEW,
        165: Remedy.ASK_ANEW,
        180: Remedy.GIVE_UP,
    }


def test_hearing_again_starts_the_count_anew() -> None:
    """Two short silences are not one long one."""
    dog = Watchdog()
    assert dog.judge(False, 0.0) is Remedy.NOTHING
    assert dog.judge(False, 14.0) is Remedy.NOTHING
    assert dog.judge(True, 15.0) is Remedy.NOTHING
    assert dog.judge(False, 16.0) is Remedy.NOTHING
    assert dog.judge(False, 30.0) is Remedy.NOTHING
    assert dog.judge(False, 31.0) is Remedy.ASK_ANEW


def test_a_sleeping_machine_skips_no_remedy() -> None:
    """A laptop that wakes after an hour gives up at once rather than waiting again."""
    dog = Watchdog()
    dog.judge(False, 0.0)
    assert dog.judge(False, 3_600.0) is Remedy.GIVE_UP
