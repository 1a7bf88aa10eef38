"""The pydantic settings all contract types share.

The types are standard-library dataclasses that carry pydantic's configuration.
Reading a text and drawing the explorer therefore never import pydantic, and
`briefing_tui.model.contract` still validates JSON against the very same classes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Final

if TYPE_CHECKING:
    from pydantic import ConfigDict, GetCoreSchemaHandler

STRICT: Final[ConfigDict] = {"extra": "forbid", "defer_build": True, "revalidate_instances": "never"}


@dataclass(frozen=True, slots=True)
class Discriminated:
    """Tells pydantic, when it asks, which field says which member of a union is meant; its errors then concern that member alone."""

    field: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> Any:
        """Called by pydantic while it builds a validator or a JSON Schema."""
        from pydantic import Field  # noqa: PLC0415 - the caller is pydantic

        return handler.generate_schema(Annotated[source, Field(discriminator=self.field)])


TOLD_APART_BY_KIND: Final = Discriminated("kind")
