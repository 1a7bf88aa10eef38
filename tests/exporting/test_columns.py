"""The flat row: the same columns for every kind."""

from decimal import Decimal

from briefing_tui.exporting.columns import COLUMNS, named_row
from briefing_tui.model import Briefing


def test_the_columns_are_a_contract_that_grows_at_its_end_only() -> None:
    assert " ".join(column.name for column in COLUMNS).startswith(
        "id kind briefing content_id title publisher published url modality status scope donors recipients actors targets person role "
        "amount amount_high currency currency_inferred bound mechanism tranche announced since parent description designation "
        "item_class quantity quantity_high unit package stance action directness quote toward date place weapons count killed injured "
        "direction content attributed_to confidence needs_review start end exact"
    )


def test_a_package_fills_its_own_columns_and_no_other(briefing: Briefing) -> None:
    row = named_row(briefing, briefing.records[0])
    filled = {name: cell for name, cell in row.items() if cell not in (None, [])}
    assert filled == {
        "id": "p:1",
        "kind": "aid_package",
        "briefing": "by-hand",
        "content_id": briefing.content_id,
        "title": "By hand",
        "published": "2024-11-20",
        "modality": "asserted",
        "status": "announced",
        "scope": "package",
        "donors": ["USA"],
        "recipients": ["UKR"],
        "amount": Decimal(275_000_000),
        "currency": "USD",
        "currency_inferred": False,
        "bound": "exact",
        "confidence": 0.8,
        "needs_review": False,
        "start": 21,
        "end": 41,
        "exact": "$275 million package",
    }


def test_every_kind_names_those_who_act_in_one_column(briefing: Briefing) -> None:
    assert [named_row(briefing, record)["actors"] for record in briefing.records] == [
        None,
        None,
        ["org:Amnesty International"],
        [],
        [],
    ]
