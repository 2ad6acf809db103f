"""What a decision letter says, sentence by sentence, in the person's language."""

from collections.abc import Iterator

from caseworker.letters.kinds.decision.record import (
    DecisionRecord,
    Legal,
    LetterComponent,
    LetterLine,
    LetterReason,
    Payee,
)
from caseworker.letters.words import HeadWords, cited
from caseworker.rules.vocabulary import Outcome, Unit
from caseworker.wording.format import format_percent, format_quantity
from caseworker.wording.texts import fact_ask, reason_text

_PARTS_OF = {Unit.DAYS: 1, Unit.HOURS: 100}
"""Days are counted whole, hours in hundredths."""
# Until when is paid where the letter was frozen without saying so.
_WEEKS = 4
_OPEN = (Outcome.PENDING, Outcome.CONSENT)


class Words(HeadWords):
    """The sentences of one letter."""

    def __init__(self, record: DecisionRecord) -> None:
        super().__init__(record.head)
        self.record = record

    def references(self) -> Iterator[tuple[str, str]]:
        """What the letter is about: labels and values."""
        record = self.record
        yield self.say("reference.letter"), record.number
        yield self.say("reference.claim"), record.claim_number
        yield from self.about_insured()
        yield from self.about_invoice(record.invoice)
        yield self.contact()

    def subject(self) -> str:
        """What the letter is, and on which invoice, as far as that is known."""
        invoice = self.record.invoice
        key, values = "subject", {}
        if invoice.provider.strip():
            key += ".provider"
            values["provider"] = invoice.provider
        if invoice.invoice_date is not None:
            key += ".date"
            values["date"] = self.day(invoice.invoice_date)
        return self.say(key, **values)

    def opening(self) -> str:
        """The result in a sentence or two, and how to read the table."""
        record = self.record
        is_open = any(line.outcome in _OPEN for line in record.lines)
        sentences = []
        if record.total:
            sentences.append(self.say("opening.paid", amount=self.chf(record.total)))
        elif not is_open:
            sentences.append(self.say("opening.nothing"))
        if is_open:
            sentences.append(self.say("opening.part_open" if record.total else "opening.open"))
        sentences.append(self.say("opening.table"))
        sentences.append(self._conditions())
        return " ".join(sentences)

    def _conditions(self) -> str:
        """Which conditions the articles stand in; no edition is named where none was looked at."""
        if not self.record.edition:
            return self.say("opening.conditions")
        return self.say("opening.conditions.edition", edition=self.record.edition)

    def replaced(self) -> str | None:
        """That this letter takes another's place, and why."""
        replaces = self.record.replaces
        if replaces is None:
            return None
        return self.say("replaces", number=replaces.number, reason=replaces.reason)

    def why(self, line: LetterLine) -> list[str]:
        """Why a line pays what it pays: how it was reckoned, what cut it, what is awaited."""
        told = self._parts(line.components)
        if line.other_payments:
            told.append(self.say("why.other_payments", amount=self.chf(line.other_payments)))
        told += [self._reason(reason) for reason in line.reasons]
        if line.outcome is Outcome.PENDING:
            told.append(self.say("why.pending"))
        if line.outcome is Outcome.CONSENT:
            told.append(self.say("why.consent"))
        return told

    def asked(self) -> list[str]:
        """What is missing, each thing once with its article, and for which positions."""
        wanted: dict[tuple[str, str], list[str]] = {}
        for line in self.record.lines:
            for missing in line.missing:
                wanted.setdefault((missing.fact, missing.article), []).append(line.position)
        return [
            cited(
                self._held(fact_ask(fact, self.language, article)),
                self.say("missing.source", article=self.article(article), positions=", ".join(positions)),
            )
            for (fact, article), positions in wanted.items()
        ]

    def missing_opening(self) -> str:
        """What to send, and by when."""
        answer_by = self.record.answer_by
        if answer_by is None:
            return self.say("missing.opening")
        return self.say("missing.opening.by", date=self.day(answer_by))

    def consent(self) -> str | None:
        """For which positions the trusted doctor still has to agree."""
        positions = [line.position for line in self.record.lines if line.consent_required]
        return self.say("consent", positions=", ".join(positions)) if positions else None

    def payment(self) -> str | None:
        """Who is paid how much, where and by when; nothing where nothing is paid."""
        if not self.record.total:
            return None
        return self.say(_payment_key(self.record.payee), **self._payment_values())

    def disagree(self) -> tuple[str, str]:
        """What to do for whoever disagrees: with us first, then with others."""
        legal = self.record.legal or Legal(
            self.say("disagree.review"),
            self.say("disagree.limitation"),
            self.say("disagree.nature"),
            self.say("disagree.ombudsman"),
            self.say("disagree.court"),
        )
        others = (legal.nature, legal.ombudsman, legal.court)
        return self.held(legal.review, legal.limitation), self.held(*others)

    def _payment_values(self) -> dict[str, str]:
        payee = self.record.payee
        values = {"amount": self.chf(self.record.total), "payee": payee.name}
        if payee.iban is not None or payee.account_on_file:
            values["weeks"] = self.say(f"weeks.{self.record.payment_weeks or _WEEKS}")
        if payee.iban is not None:
            values["iban"] = _grouped(payee.iban)
        return values

    def _parts(self, parts: tuple[LetterComponent, ...]) -> list[str]:
        """How each part was reckoned; of several also what it pays, and its days where they differ."""
        differ = len({(part.first, part.last) for part in parts}) > 1
        told = []
        for part in parts:
            text = self._reckoned(part)
            if len(parts) > 1:
                text = self.say("why.part", told=text, amount=self.chf(part.amount))
            if differ:
                text = self.say("why.days", days=self.days(part.first, part.last), told=text)
            told.append(cited(text, self.article(part.article)))
        return told

    def _reckoned(self, part: LetterComponent) -> str:
        """How a part's amount came about, before its limits."""
        if part.rate is not None and part.base is not None:
            rate = format_percent(part.rate, self.language)
            return self.say("why.rate", rate=rate, base=self.chf(part.base))
        assert part.unit is not None
        assert part.units is not None
        assert part.unit_amount is not None
        if part.unit is Unit.TIMES:
            return self.say("why.lump_sum", amount=self.chf(part.unit_amount))
        quantity = format_quantity(part.units, part.unit, self.language)
        told = self.say("why.units", quantity=quantity, amount=self.chf(part.unit_amount))
        in_full = part.units * part.unit_amount
        if part.base == part.amount and part.amount * _PARTS_OF[part.unit] < in_full:
            told = self.say("why.no_gain", told=told, base=self.chf(part.amount))
        return told

    def _reason(self, reason: LetterReason) -> str:
        text = reason_text(
            reason.code, self.language, article=reason.article, fact=reason.fact, limit=reason.limit
        )
        return self._held(cited(text, self.article(reason.article)))


def _payment_key(payee: Payee) -> str:
    if payee.iban is not None:
        return "payment.iban"
    return "payment.on_file" if payee.account_on_file else "payment.account_wanted"


def _grouped(iban: str) -> str:
    """An IBAN in fours, held together on one line."""
    plain = iban.replace(" ", "")
    return "\u00a0".join(plain[start : start + 4] for start in range(0, len(plain), 4))
