"""A Slack user group that follows those who hold a role: its members are set, all at once.

Slack takes no empty group: where nobody holds the role, it stays as it was, and that is said.
"""

from __future__ import annotations

from typing import Final

import aiohttp
import structlog
from slack_sdk.web.async_client import AsyncWebClient

from adapters.base import Busy, Enlisting, Gone, What
from adapters.slack import web
from adapters.slack.budget import Budget
from adapters.slack.web import Failed

log = structlog.get_logger(__name__)

METHOD: Final = "usergroups.users.update"

REFUSALS: Final[dict[str, What]] = {
    "no_such_subteam": "missing",
    "plan_upgrade_required": "paid",
    "paid_teams_only": "paid",
    "no_users_provided": "nobody",
    "subteam_max_users_exceeded": "full",
    # guests, bots, people of another workspace: Slack then changes nothing
    "invalid_user": "outside",
    "invalid_users": "outside",
    "failed_for_some_users": "outside",
    "single_channel_guests_cannot_be_added": "outside",
    "user_is_bot": "outside",
    "user_is_restricted": "outside",
}


async def enlist(client: AsyncWebClient, budget: Budget, asked: Enlisting) -> None:
    """Make these people the members of the group; one that is left behind stays as it is.

    Raises Busy or Gone.
    """
    if not asked.group:
        return
    if not asked.people:
        raise Gone("nobody")
    budget.take(METHOD)
    try:
        await web.call(client, METHOD, usergroup=asked.group, users=",".join(asked.people))
    except Failed as problem:
        raise _meaning(problem) from None
    except (aiohttp.ClientError, OSError, TimeoutError):
        raise Busy() from None


def _meaning(problem: Failed) -> Exception:
    """A repeat is harmless, so that an outage is just Busy; of all else the board tells."""
    error = problem.error
    if error in REFUSALS:
        return Gone(REFUSALS[error])
    if error in web.OUTAGE or error.startswith("http_5"):
        return Busy()
    log.error("slack-permission", method=METHOD, error=error)
    if error in web.OPERATOR and error != "missing_scope":
        return Busy(web.OPERATOR_SECONDS)
    return Gone("forbidden")
