"""Many at once: limits are not overdrawn, no decision is lost, and what was acknowledged outlives a kill."""

import os
import signal
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest
from sqlalchemy import text

from caseworker.models.claims.decision_queries import decisions_of
from caseworker.models.ledger.queries import balances
from caseworker.models.people.queries import find_person
from caseworker.models.store.numbers import claim_number
from caseworker.models.store.store import Store
from caseworker.services.claims.at_once import enter_and_decide
from caseworker.services.claims.entering import insert_claim
from caseworker.services.claims.forms import ClaimForm
from caseworker.services.store.checking import check
from tests.services.contenders import decide_all, decide_until_killed
from tests.support.processes import PROCESSES
from tests.support.stores import CAP, conditions, context, insure, treatment

pytestmark = pytest.mark.each_engine

DECIDERS = 8
CLAIMS_EACH = 6


def enter(store: Store, person: str, count: int, rappen: int) -> list[str]:
    with store.writing() as session:
        key = find_person(session, person).id
        form = ClaimForm(person, (treatment(rappen=rappen),))
        return [claim_number(insert_claim(session, context(), key, form)) for _ in range(count)]


def test_eight_processes_never_overdraw_a_limit_and_lose_no_decision(
    store: Store, address: str, processes: ProcessPoolExecutor
) -> None:
    person = insure(store)
    # 48 claims of 75.00 ask for 3600.00; the year has 2500.00.
    numbers = enter(store, person, DECIDERS * CLAIMS_EACH, rappen=10_000)
    shares = [numbers[place::DECIDERS] for place in range(DECIDERS)]
    found = processes.map(decide_all, [address] * DECIDERS, shares)
    acknowledged = [each for made in found for each in made]
    assert len(acknowledged) == DECIDERS * CLAIMS_EACH
    assert sum(amount for _, amount in acknowledged) == CAP
    with store.reading() as session:
        key = find_person(session, person).id
        kept = {row.number: row.amount for row in decisions_of(session, key)}
        (balance,) = balances(session, key)
    assert kept == dict(acknowledged)
    assert balance.used == CAP
    assert check(store, conditions()).problems == ()


def test_what_was_acknowledged_outlives_a_kill_in_the_middle_of_deciding(
    store: Store, address: str, tmp_path: Path
) -> None:
    person = insure(store)
    numbers = enter(store, person, 400, rappen=100)
    log = tmp_path / "acknowledged"
    log.touch()
    left = numbers
    for kill in (1, 2):
        with deciding(address, left, log) as process:
            wait_for(log, 8 * kill, process)
            assert process.pid is not None
            os.kill(process.pid, signal.SIGKILL)
        left = left[len(log.read_text().split()) + 1 :]
    acknowledged = log.read_text().split()
    assert len(acknowledged) >= 16
    with store.reading() as session:
        kept = {row.number for row in decisions_of(session, find_person(session, person).id)}
    assert set(acknowledged) <= kept
    assert len(kept) <= len(acknowledged) + 2, "at most the one decision that each kill fell into"
    assert check(store, conditions()).problems == ()
    with store.writing() as session:
        assert session.scalar(text("SELECT count(*) FROM letter")) == len(kept)
        enter_and_decide(session, context(), 1, ClaimForm(person, (treatment(rappen=100),)))


@contextmanager
def deciding(address: str, claims: list[str], log: Path) -> Iterator[BaseProcess]:
    process = PROCESSES.Process(target=decide_until_killed, args=(address, claims, str(log)))
    process.start()
    try:
        yield process
    finally:
        process.kill()
        process.join()


def wait_for(log: Path, lines: int, process: BaseProcess) -> None:
    while len(log.read_text().split()) < lines:
        if process.exitcode is not None:
            pytest.fail("the process ended before it was killed")
        process.join(0.01)
