from tests.tui.briefings import harbour, hostile

from briefing_tui.telling.why import reasons, why_title


def of(record_id):
    return next(one for one in harbour().records if one.id == record_id)


def test_every_field_is_listed_with_the_words_it_was_read_from():
    listed = {one.field: (one.value, one.evidence.exact if one.evidence else None) for one in reasons(of("p:1"))}
    assert listed["kind"] == ("aid package", "a $425 million military aid package")
    assert listed["donors"] == ("United States (USA), by demonym", "The United States")
    assert listed["recipients"] == ("Ukraine (UKR), by name", "Ukraine")
    assert listed["amount"] == ("$425M", "$425 million")
    assert listed["attribution"] == ("“officials said” · indirect", None)


def test_modality_is_explained():
    listed = {one.field: one for one in reasons(of("e:1"))}
    assert listed["modality"].value == "claimed: a party to the matter says so"
    assert listed["modality"].evidence.exact == "claimed"
    assert listed["confidence"].value == "0.80 · needs review"


def test_each_piece_of_evidence_is_shown_exactly_once():
    for record in harbour().records:
        shown = [one.evidence for one in reasons(record) if one.evidence is not None]
        assert sorted(shown, key=repr) == sorted(record.evidence, key=repr)


def test_reasons_of_hostile_records_are_harmless():
    for record in hostile().records:
        assert why_title(record).isprintable()
        assert all(one.value.isprintable() and one.field.isprintable() for one in reasons(record))
