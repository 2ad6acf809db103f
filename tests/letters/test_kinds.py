"""Kinds of letters: each is read, titled and set by its own files; what was frozen earlier stays readable."""

import json
from pathlib import Path

import pytest

from caseworker.letters.drawing import draw_letter
from caseworker.letters.kinds import KINDS, kind_of
from caseworker.wording.languages import Language
from tests.letters.samples import letter, read, squeezed

# As they lie in stores of 0c6142f, before letters had kinds.
FROZEN = json.loads(Path(__file__).with_name("frozen_records.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_names_its_languages(name: str) -> None:
    kind = kind_of(name)
    assert kind.languages
    assert set(kind.languages) <= set(Language)


def test_a_kind_that_is_not_there_is_told() -> None:
    with pytest.raises(ValueError, match="no kind of letter 'ode'"):
        kind_of("ode")


@pytest.mark.parametrize("language", FROZEN)
def test_a_record_frozen_before_there_were_kinds_is_read_and_drawn_as_it_was(language: str) -> None:
    text = json.dumps(FROZEN[language], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    record = kind_of("decision").read(text)
    again = kind_of("decision").read(record.to_json())
    assert again == record
    drawn = draw_letter(record, text)
    assert draw_letter(again, text) == drawn
    assert squeezed(FROZEN[language]["claim_number"]) in squeezed(" ".join(read(drawn)))


def test_the_head_is_the_same_whatever_the_kind() -> None:
    record = letter()
    head = record.head
    assert (head.number, head.issued, head.contact) == (record.number, record.issued, record.decided_by)
    assert head.recipient == record.recipient
