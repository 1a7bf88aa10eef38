"""The contract in pydantic: validation of JSON and the JSON Schema.

Importing this module imports pydantic; nothing on the way from a file to the screen does.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from briefing_tui.model.briefing import FORMAT, Briefing


@cache
def briefing_adapter() -> TypeAdapter[Briefing]:
    """The pydantic validator of a whole briefing, built on first use."""
    return TypeAdapter(Briefing)


def validate_briefing(source: str | bytes) -> Briefing:
    """Read the JSON form back into a `Briefing`.

    Raises:
        pydantic.ValidationError: for JSON that breaks the contract; an unresolved evidence span is among its errors.
    """
    return briefing_adapter().validate_json(source)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `briefing-tui extract --json`."""
    schema = briefing_adapter().json_schema(mode="validation")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{FORMAT.replace('/', ':')}",
        **schema,
    }


def json_schema_text() -> str:
    """The schema as indented JSON with a final newline."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
