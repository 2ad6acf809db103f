"""Says a judged line in the window's language: the page's right side, and the rows of its table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from caseworker.models.claims.rows import LineRow
from caseworker.rules.asking import FIELDS, Asked, Side
from caseworker.rules.finding import LineFinding, Missing, Reason
from caseworker.rules.limit_use import LimitUse
from caseworker.rules.standing import CONSENT
from caseworker.rules.vocabulary import Outcome, Rappen
from caseworker.rules.what_if import BestCase, Change
from caseworker.ui.pages.claim import words
from caseworker.ui.pages.claim.facts_view import FactItem
from caseworker.ui.pages.claim.fields import line_field
from caseworker.ui.pages.claim.form import LineForm
from caseworker.ui.pages.claim.judge import Judged
from caseworker.ui.pages.claim.lines_model import LineSummary
from caseworker.ui.pages.claim.result_view import Said, ShownChange
from caseworker.wording.catalogue import MissingTextError
from caseworker.wording.format import format_chf, format_period, format_rappen
from caseworker.wording.texts import benefit_name, fact_label, limit_name, reason_text

# So many facts that would deny the line are named one by one; more of a kind are told together.
_FEW = 2


class Sums(NamedTuple):
    """What the claim comes to, decided lines and all, and how many of the open ones come out in which way.

    `unread` lines cannot be judged yet.
    """

    amount: Rappen
    counts: Mapping[Outcome, int]
    unread: int
    decided: int


class Presenter:
    """All sentences of the page in one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def benefit(self, code: str) -> str:
        """A benefit's name; the code where the conditions know none such."""
        try:
            return benefit_name(code, self.language) if code else ""
        except MissingTextError:
            return code

    def fact(self, asked: Asked) -> str:
        """A fact as a statement."""
        return fact_label(asked.fact, self.language, asked.citation.article)

    def summary(self, line: LineForm, judged: Judged) -> LineSummary:
        """An open line in the table."""
        finding = judged.lines.get(line.id)
        read = judged.reading.lines.get(line.id)
        value = read.value if read is not None else None
        days = words.days_of(value.first, value.last) if value is not None else line.first
        currency = f"{line.currency.strip().upper()} " if value is not None and value.currency else ""
        charged = format_rappen(value.charged) if value is not None else line.charged
        paid = format_rappen(finding.amount) if finding and finding.outcome is Outcome.PAY else ""
        return LineSummary(
            line.id,
            self.benefit(line.benefit) or words.new_line(),
            days,
            currency + charged,
            words.expected(finding.outcome) if finding else _blank_or_incomplete(line),
            words.outcome_tone(finding.outcome) if finding else "",
            paid,
        )

    def decided(self, row: LineRow) -> LineSummary:
        """A decided line in the table."""
        line, outcome = row.line, Outcome(row.outcome or Outcome.DENY)
        currency = f"{line.currency} " if line.currency else ""
        return LineSummary(
            line.id,
            self.benefit(line.benefit),
            words.days_of(line.first, line.last),
            currency + format_rappen(line.charged),
            f"{words.outcome(outcome)} · {row.decision_number}",
            words.outcome_tone(outcome),
            format_rappen(row.amount or 0) if outcome is Outcome.PAY else "",
            row.decision_number or "",
        )

    def reasons(self, finding: LineFinding) -> list[Said]:
        """Why less is paid, or nothing."""
        part = finding.parts[0] if finding.parts else None
        phase = part.phase if part else None
        tier = part.tier.value if part and part.tier else None
        return [Said(self.reason(r, phase, tier), r.citation) for r in finding.reasons]

    def reason(self, reason: Reason, phase: str | None = None, tier: str | None = None) -> str:
        """One reason as a sentence."""
        return reason_text(
            reason.code.value,
            self.language,
            article=reason.citation.article,
            fact=reason.fact,
            limit=reason.limit,
            phase=phase,
            tier=tier,
        )

    def missing(self, finding: LineFinding) -> list[Said]:
        """What must be known, and the consent if it is owed."""
        said = [Said(self._missing(m), m.citation) for m in finding.missing]
        owed = finding.consent_required and finding.outcome in (Outcome.CONSENT, Outcome.PENDING)
        if owed:
            checks = (check for part in finding.parts for check in part.checks)
            said += [Said(words.consent_owed(), c.citation) for c in checks if c.name == CONSENT][:1]
        return said

    def _missing(self, missing: Missing) -> str:
        if missing.fact in FIELDS:
            return line_field(missing.fact)
        return fact_label(missing.fact, self.language, missing.citation.article)

    def limits(self, uses: Sequence[LimitUse]) -> list[tuple[LimitUse, str, str]]:
        """Each limit with its name and period."""
        return [(u, limit_name(u.limit, self.language), format_period(u.period, self.language)) for u in uses]

    def changes(self, changes: Sequence[Change], best: BestCase | None) -> list[ShownChange]:
        """What would change the result; first, what confirming all that is asked for would bring."""
        found = []
        if best is not None and len(best.facts) > 1:
            found.append(
                ShownChange(words.all_confirmed(len(best.facts)), *self._then(best.outcome, best.amount))
            )
        rest = list(changes)
        grouped = []
        for side, value in ((Side.REQUIREMENT, False), (Side.EXCLUSION, True)):
            denying = [f for f in rest if (f.fact.side, f.value, f.outcome) == (side, value, Outcome.DENY)]
            if len(denying) > _FEW:
                rest = [f for f in rest if f not in denying]
                grouped.append(ShownChange(words.any_of(side, len(denying)), *self._then(Outcome.DENY, 0)))
        for change in rest:
            told = words.fact_answer(self.fact(change.fact), change.value)
            found.append(ShownChange(told, *self._then(change.outcome, change.amount)))
        return found + grouped

    def items(
        self,
        asked: Sequence[Asked],
        known: Mapping[str, bool],
        event_facts: Mapping[str, bool],
        sources: Mapping[str, str],
    ) -> list[FactItem]:
        """The rows of a checklist: a line's own answers, else those of the travel case."""
        found = []
        for one in asked:
            inherited = one.fact not in known and one.fact in event_facts
            value = event_facts[one.fact] if inherited else known.get(one.fact)
            source = words.from_travel() if inherited else sources.get(one.fact, "")
            found.append(FactItem(one, self.fact(one), value, inherited, source))
        return found

    def sums(self, judged: Judged, decided: Sequence[LineRow]) -> Sums:
        """The claim's total with what is decided, and its open lines by outcome."""
        counts: dict[Outcome, int] = {}
        for finding in judged.finding.lines:
            counts[finding.outcome] = counts.get(finding.outcome, 0) + 1
        unread = sum(read.value is None for read in judged.reading.lines.values())
        paid = sum(row.amount or 0 for row in decided)
        return Sums(judged.finding.amount + paid, counts, unread, len(decided))

    def _then(self, outcome: Outcome, amount: Rappen) -> tuple[str, str]:
        text = format_chf(amount) if outcome is Outcome.PAY else words.expected(outcome)
        return text, words.outcome_tone(outcome)


def _blank_or_incomplete(line: LineForm) -> str:
    return "" if line.is_blank else words.incomplete()
