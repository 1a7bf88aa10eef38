"""What is known of a source besides its text."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known of a source from outside its text; each field overrides what the text says of itself.

    `published` is an ISO 8601 date or time, or a full date in English words.
    """

    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    published_from: str = "metadata"
    """"metadata" or "user": who stated `published`."""
    url: str | None = None

    def over(self, other: Metadata | None) -> Metadata:
        """These, completed by `other` where they say nothing."""
        if other is None:
            return self
        missing = {
            field.name: getattr(other, field.name)
            for field in fields(self)
            if field.name != "published_from" and not getattr(self, field.name)
        }
        if missing.get("published"):
            missing["published_from"] = other.published_from
        return replace(self, **missing)
