"""The time, asked in one place."""

from __future__ import annotations

from datetime import UTC, date, datetime


def utc_now() -> str:
    """Now, in UTC, to the second: "2024-11-20T17:04:05Z"."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def today() -> date:
    """The person's own calendar day."""
    return datetime.now().astimezone().date()
