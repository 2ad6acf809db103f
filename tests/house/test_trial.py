"""Trying the program goes by names that stay: each does what it says."""

from tests.support import trial


def test_a_claim_is_decided_and_its_letter_read() -> None:
    store = trial.new_store()
    number = trial.person(store, name="Märki", given="Jonas")
    key = trial.provider(store, "Praxis Lindenhof")
    made = trial.decide(store, trial.claim(store, number, provider_id=key))
    assert made.amount == 30_000
    assert "Märki" in trial.letter_text(store, made.number)
    assert trial.found(store, "marki") == ["Märki, Jonas"]
    with store.reading() as session:
        assert [row.id for row in trial.providers(session, "praxis")] == [key]
        assert trial.load_draft(session, trial.WHO, "claim:C1") is None


def test_what_single_trials_look_into_is_there() -> None:
    assert trial.fields.read_amount("12.50") == 1250
    assert trial.stores.datetime.__name__ == "datetime"
    assert hasattr(trial.printing, "QPrintDialog")


def test_every_name_is_given_out() -> None:
    assert [name for name in trial.__all__ if not hasattr(trial, name)] == []
