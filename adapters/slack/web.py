"""Calls to Slack's Web API: which permission each one needs, and what a refusal means for us."""

from __future__ import annotations

import asyncio
import logging
from typing import Any, Final

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.base import Busy, Gone

Json = dict[str, Any]

SCOPES: Final[dict[str, str]] = {
    "auth.test": "",  # any token may ask who it is
    "apps.connections.open": "connections:write",  # the app-level token
    "chat.postMessage": "chat:write",
    "chat.update": "chat:write",
    "chat.delete": "chat:write",
    "chat.postEphemeral": "chat:write",
    "conversations.open": "im:write",
    "conversations.info": "channels:read",
    "users.info": "users:read",
    "views.open": "",
    "views.update": "",
    "views.publish": "",
    "files.getUploadURLExternal": "files:write",
    "files.completeUploadExternal": "files:write",
    "usergroups.users.update": "usergroups:write",
}
"""Every method that we call, and its scope. A method that stands not here is never called."""

FORMS: Final = frozenset({"usergroups.users.update"})
"""Called with a form: how a list looks in JSON, Slack's own pages do not agree."""

MESSAGE_GONE: Final = frozenset(
    {
        "message_not_found",
        "cant_update_message",
        "cant_delete_message",
        "edit_window_closed",
        "message_not_owned_by_app",
    }
)
PLACE_GONE: Final = frozenset(
    {
        "channel_not_found",
        "not_in_channel",
        "is_archived",
        "is_inactive",
        "restricted_action",
        "restricted_action_non_threadable_channel",
        "restricted_action_read_only_channel",
        "restricted_action_thread_only_channel",
        "channel_type_not_supported",
        "method_not_supported_for_channel_type",
        "no_permission",
        "access_denied",
        "as_user_not_supported",
    }
)
ACCOUNT_GONE: Final = frozenset({"user_not_found", "user_disabled"})
PERSON_GONE: Final = frozenset(
    {
        "user_not_visible",
        "cannot_dm_bot",
        "cannot_message_user",
        "messages_tab_disabled",
        "user_is_bot",
        "user_is_restricted",
    }
)
NO_THREAD: Final = frozenset({"thread_not_found", "cannot_reply_to_message"})
OPERATOR: Final = frozenset(
    {
        "invalid_auth",
        "not_authed",
        "account_inactive",
        "token_revoked",
        "token_expired",
        "missing_scope",
        "not_allowed_token_type",
        "ekm_access_denied",
        "team_access_not_granted",
        "org_login_required",
        "two_factor_setup_required",
        "accesslimited",
    }
)
OUTAGE: Final = frozenset(
    {
        "service_unavailable",
        "internal_error",
        "fatal_error",
        "request_timeout",
        "team_added_to_org",
        "rollup_error",
    }
)
OPERATOR_SECONDS: Final = 300.0  # until somebody gives the bot back what it needs


class Failed(Exception):
    """Slack said no; `error` is its own word for it."""

    def __init__(self, method: str, error: str, retry_after: float = 0.0) -> None:
        """`method` was refused with `error`."""
        super().__init__(f"{method}: {error}")
        self.method = method
        self.error = error
        self.retry_after = retry_after


REMEDIES: Final = {
    "invalid_auth": "Slack does not know this token: copy it again from api.slack.com/apps",
    "not_authed": "No token was given: set SLACK_BOT_TOKEN and SLACK_APP_TOKEN",
    "not_allowed_token_type": (
        "The tokens are swapped: SLACK_BOT_TOKEN begins with xoxb-, SLACK_APP_TOKEN with xapp-"
    ),
    "account_inactive": "The app was removed from the workspace: install it again",
    "token_revoked": "The app was removed from the workspace: install it again",
    "missing_scope": "The app-level token needs the scope connections:write",
}


def remedy(problem: Failed) -> str:
    """What the operator does about a token that Slack refuses."""
    return REMEDIES.get(problem.error, f"Slack refused {problem}")


async def introduce(client: AsyncWebClient) -> tuple[Json, frozenset[str]]:
    """Ask Slack whose token this is: its answer to auth.test, and the scopes granted.

    Raises Failed or Busy.
    """
    try:
        answer = await client.api_call("auth.test")
    except aiohttp.ClientConnectorError:
        raise Busy() from None
    except SlackApiError as problem:
        raise _failed("auth.test", problem.response) from None
    granted = str(answer.headers.get("x-oauth-scopes", ""))
    scopes = frozenset(scope.strip() for scope in granted.split(",") if scope.strip())
    return (answer.data if isinstance(answer.data, dict) else {}), scopes


async def call(client: AsyncWebClient, method: str, **values: Any) -> Json:
    """Call a method of the Web API and return its answer.

    Raises Failed where Slack says no; Busy if the call never left, or came at the wrong moment;
    anything else means that the result is unknown.
    """
    assert method in SCOPES, f"{method} has no scope in SCOPES"
    given = {name: value for name, value in values.items() if value is not None}
    asks = method.endswith((".info", ".getUploadURLExternal"))  # these take no JSON
    try:
        if asks:
            answer = await client.api_call(method, http_verb="GET", params=given)
        elif method in FORMS:
            answer = await client.api_call(method, data=given)
        else:
            answer = await client.api_call(method, json=given)
    except aiohttp.ClientConnectorError:
        raise Busy() from None
    except SlackApiError as problem:
        raise _failed(method, problem.response) from None
    data = answer.data
    return data if isinstance(data, dict) else {}


def _failed(method: str, response: Any) -> Exception:
    """What a refusal of the SDK means: it carries Slack's answer, or a broken page's response."""
    status = int(getattr(response, "status_code", 0) or getattr(response, "status", 0))
    headers = getattr(response, "headers", {})
    if status == 429:
        return Busy(float(headers.get("Retry-After", 1)))
    data = getattr(response, "data", None)
    error = str(data.get("error", "")) if isinstance(data, dict) else ""
    if error in ("ratelimited", "rate_limited"):
        return Busy(float(headers.get("Retry-After", 1)))
    return Failed(method, error or f"http_{status}")


def meaning(problem: Failed, *, direct: bool, repeatable: bool) -> Exception:
    """What a refused call means for delivery: Gone, Busy, or the problem itself.

    A redraw is `repeatable` without harm, so that an outage is just Busy; a new message may have
    been posted all the same, and then only delivery can decide.
    """
    error = problem.error
    if error in MESSAGE_GONE:
        return Gone("message")
    if error in ACCOUNT_GONE:
        return Gone("account")
    if error in PERSON_GONE:
        return Gone("person")
    if error in PLACE_GONE:
        return Gone("person" if direct else "place")
    if error in OPERATOR:
        return Busy(OPERATOR_SECONDS)
    if error in OUTAGE or error.startswith("http_5"):
        return Busy() if repeatable else problem
    return problem


def quiet_logger() -> logging.Logger:
    """A logger for the SDK: never its DEBUG, which prints what people wrote, nor addresses.

    The SDK logs the socket's address, ticket included, and payloads that it could not read: only
    the kind of a problem is kept.
    """
    logger = logging.getLogger("ronde.slack.sdk")
    logger.setLevel(logging.WARNING)
    if not logger.filters:
        logger.addFilter(_only_the_kind)
    return logger


def _only_the_kind(record: logging.LogRecord) -> bool:
    kind = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else ""
    record.msg = f"slack_sdk {record.funcName}: {kind or record.levelname.lower()}"
    record.args = ()
    record.exc_info = None
    record.exc_text = None
    return True


async def within(seconds: float, wanted: asyncio.Future[Any]) -> bool:
    """Wait for something at most so long, without cancelling it. Whether it is done."""
    done, _ = await asyncio.wait({wanted}, timeout=seconds)
    return bool(done)
