"""`caseworker assess`: one file or a stream of them, errors in their place, exit status, memory."""

import gc
import io
import json
import subprocess
import sys
import tracemalloc
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from caseworker.cli.main import main
from tests.support.case_files import case_file, claim, treatment

CASE = case_file(claim(treatment(facts={"provider_recognised": True})))
GOOD = json.dumps(CASE).encode()
CLAIM = {
    "id": "C1",
    "amount": "360.00",
    "lines": [
        {
            "id": "1",
            "outcome": "pay",
            "amount": "360.00",
            "consent_required": False,
            "missing": [],
            "components": [
                {
                    "article": "11.1",
                    "from": "2026-03-02",
                    "to": "2026-03-02",
                    "base": "480.00",
                    "rate": "0.75",
                    "limits": [
                        {"limit": "complementary", "period": "2026", "consumed": "360.00", "left": "2140.00"}
                    ],
                    "amount": "360.00",
                }
            ],
            "reasons": [],
        }
    ],
}


class Sink:
    """Where results go: counts them and keeps none but the last."""

    def __init__(self) -> None:
        self.lines, self.last = 0, b""

    def write(self, data: bytes) -> None:
        assert data.endswith(b"\n")
        self.lines, self.last = self.lines + 1, data

    def flush(self) -> None:
        """Nothing is held back."""


def run(
    patch: pytest.MonkeyPatch, *words: str, lines: Iterable[bytes] = (), out: Any = None
) -> tuple[int, bytes]:
    sink = io.BytesIO() if out is None else out
    patch.setattr(sys, "stdin", SimpleNamespace(buffer=lines))
    patch.setattr(sys, "stdout", SimpleNamespace(buffer=sink))
    status = main(["assess", *words])
    return status, sink.getvalue() if isinstance(sink, io.BytesIO) else b""


def written(tmp_path: Path, data: bytes) -> str:
    path = tmp_path / "CASE.json"
    path.write_bytes(data)
    return str(path)


def test_a_file_is_assessed_with_its_keys_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    status, out = run(monkeypatch, written(tmp_path, GOOD))
    told = json.loads(out)
    assert (status, out.count(b"\n"), list(told)) == (0, 1, ["profile", "claims", "limits"])
    assert json.dumps(told["claims"]) == json.dumps([CLAIM])
    assert json.dumps(told["profile"]) == json.dumps(
        {
            "year": 2026,
            "age": 41,
            "phase": "26-44F",
            "premium_band": "40-44",
            "tier": "extensa",
            "denta": "optional",
            "next_phase": {"phase": "45-59F", "from": "2030-01-01"},
            "next_premium_band": {"band": "45-49", "from": "2030-01-01"},
        }
    )
    assert json.dumps(
        next(x for x in told["limits"] if x["used"] != "0.00" and x["unit"] == "CHF")
    ) == json.dumps(
        {
            "limit": "complementary",
            "article": "11.1",
            "period": "2026",
            "unit": "CHF",
            "cap": "2500.00",
            "used": "360.00",
            "left": "2140.00",
        }
    )
    listed = [(x["limit"], x["period"]) for x in told["limits"]]
    assert listed == sorted(listed)


def test_the_same_file_gives_the_same_bytes_by_either_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, GOOD)
    outs = {run(monkeypatch, path), run(monkeypatch, path), run(monkeypatch, "--jsonl", lines=[GOOD + b"\n"])}
    assert len(outs) == 1


def test_a_file_may_begin_with_a_byte_order_mark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch, written(tmp_path, b"\xef\xbb\xbf" + GOOD))[0] == 0


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            GOOD.replace(b"complementary.treatment", b"complementary.tretment"),
            "/claims/0/lines/0/benefit: unknown benefit 'complementary.tretment' (did you mean '",
        ),
        (GOOD.replace(b'"480.00"', b'"-480.00"'), "/claims/0/lines/0/charged: -480.00 is negative"),
        (
            GOOD.replace(b'"480.00"', b'"480.00", "to": "2026-03-01"'),
            "/claims/0/lines/0/to: 2026-03-01 is before",
        ),
        (
            GOOD.replace(b"2026-03-02", b"2026-02-30"),
            "/claims/0/lines/0/from: the date 2026-02-30 does not exist",
        ),
        (GOOD.replace(b'"as_of"', b'"a\\ns_of"'), "/a s_of: unknown key 'a\\ns_of'"),
        (GOOD.replace(b'"as_of"', b'"a\\u2028\\r\\u0085b"'), "/a   b: unknown key"),
        (GOOD.replace(b'"as_of"', b'"\\ud800"'), "/\\ud800: unknown key '\\ud800'"),
        (b"", "not valid JSON"),
        (b"{", "not valid JSON"),
        (b'{"a\xff": 1}', "not UTF-8 (byte 3)"),
        (b"[" * 100_000, "not a case file: nested too deeply"),
    ],
)
def test_a_bad_file_gives_one_line_on_standard_error_and_nothing_else(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    data: bytes,
    message: str,
) -> None:
    path = written(tmp_path, data)
    told = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="backslashreplace")
    monkeypatch.setattr(sys, "stderr", told)
    status, out = run(monkeypatch, path)
    told.seek(0)
    complaint = told.read()
    assert (status, out, len(complaint.splitlines())) == (2, b"", 1)
    assert complaint.startswith(f"{path}: {message}")


def test_a_file_that_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for path, message in (
        (tmp_path / "none.json", "No such file or directory"),
        (tmp_path, "Is a directory"),
    ):
        assert run(monkeypatch, str(path)) == (2, b"")
        assert capsys.readouterr().err == f"{path}: {message}\n"


BAD = {
    2: (b"{\n", "", "not valid JSON"),
    3: (b"\n", "", "not valid JSON"),
    5: (GOOD.replace(b'"sex": "F"', b'"sex": "X"') + b"\n", "/person/sex", "'X' is none of F, M"),
    6: (b"\xff\xfe\n", "", "not UTF-8 (byte 0)"),
    7: (b"null\n", "", "expected an object, not null"),
    8: (b'{"a": 1, "a": 1}\n', "", "the key 'a' is given twice in one object"),
    9: (b'{"\\ud800": 1}\n', "/\ud800", "unknown key"),
}


def test_a_bad_line_gives_an_error_in_its_place_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [BAD[n][0] if n in BAD else GOOD + b"\n" for n in range(1, 11)]
    status, out = run(monkeypatch, "--jsonl", lines=lines)
    told = [json.loads(line) for line in out.decode().splitlines()]
    assert (status, len(told)) == (2, 10)
    for number, result in enumerate(told, start=1):
        if number in BAD:
            _, pointer, message = BAD[number]
            assert list(result) == ["error"]
            assert list(result["error"]) == ["line", "pointer", "message"]
            assert (result["error"]["line"], result["error"]["pointer"]) == (number, pointer)
            assert result["error"]["message"].startswith(message)
        else:
            assert result["claims"] == [CLAIM]


def test_a_last_line_needs_no_end(monkeypatch: pytest.MonkeyPatch) -> None:
    status, out = run(monkeypatch, "--jsonl", lines=[GOOD + b"\r\n", GOOD])
    assert (status, out.count(b"\n")) == (0, 2)
    assert run(monkeypatch, "--jsonl", lines=[]) == (0, b"")


def test_each_line_is_answered_before_the_next_one_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    sink = Sink()

    def lines() -> Iterator[bytes]:
        for number in range(50):
            assert sink.lines == number
            yield GOOD if number % 7 else b"{"

    status, _ = run(monkeypatch, "--jsonl", lines=lines(), out=sink)
    assert (status, sink.lines) == (2, 50)


def test_memory_stays_flat_however_many_lines_come(monkeypatch: pytest.MonkeyPatch) -> None:
    grown: list[int] = []

    def lines() -> Iterator[bytes]:
        for number in range(250):
            if number in (50, 249):
                gc.collect()
                grown.append(tracemalloc.get_traced_memory()[0])
            case = {**CASE, "person": {"birth_date": f"{1950 + number % 20}-07-14", "sex": "FM"[number % 2]}}
            yield json.dumps(case).encode()

    tracemalloc.start()
    try:
        run(monkeypatch, "--jsonl", lines=lines(), out=Sink())
    finally:
        tracemalloc.stop()
    # Two hundred cases and results would be over half a megabyte.
    assert grown[1] - grown[0] < 20_000


def test_as_a_program_it_streams_and_ends_with_the_same_status() -> None:
    command = [sys.executable, "-m", "caseworker", "assess", "--jsonl"]
    given = GOOD + b"\n{\n" + GOOD
    done = subprocess.run(command, input=given, capture_output=True, check=False)
    assert (done.returncode, done.stdout.count(b"\n"), done.stderr) == (2, 3, b"")
    good = subprocess.run(command, input=GOOD, capture_output=True, check=False)
    assert (good.returncode, good.stderr) == (0, b"")


def test_a_file_and_a_stream_at_once_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["assess"], ["assess", "--jsonl", "CASE.json"]):
        with pytest.raises(SystemExit) as told:
            main(words)
        assert told.value.code == 2
    assert capsys.readouterr().out == ""
