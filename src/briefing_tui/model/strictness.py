"""The pydantic settings all contract types share.

The types are standard-library dataclasses that carry pydantic's configuration.
Reading a text and drawing the explorer therefore never import pydantic, and
`briefing_tui.model.contract` still validates JSON against the very same classes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pydantic import ConfigDict

STRICT: Final[ConfigDict] = {"extra": "forbid", "defer_build": True, "revalidate_instances": "never"}
