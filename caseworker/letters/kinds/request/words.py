"""What a request says, sentence by sentence, in the person's language."""

from collections.abc import Iterator, Sequence

from caseworker.letters.kinds.request.record import Group, Question, RequestRecord
from caseworker.letters.words import HeadWords, cited
from caseworker.wording.texts import request_text


class Words(HeadWords):
    """The sentences of one request."""

    def __init__(self, record: RequestRecord) -> None:
        super().__init__(record.head)
        self.record = record

    def ask(self, key: str, **values: str) -> str:
        """A text of the request with its values, which are put in as they are."""
        return self._held(request_text(key, self.language, **values))

    def references(self) -> Iterator[tuple[str, str]]:
        """What the letter is about: labels and values."""
        record = self.record
        yield self.say("reference.letter"), self.head.number
        yield self.say("reference.claim"), record.claim_number
        yield from self.about_insured()
        yield from self.about_invoice(record.invoice)
        yield self.contact()

    def subject(self) -> str:
        """That something is missing, and of which invoice."""
        key = "subject" if self.record.earlier is None else "subject.reminder"
        return self.ask(key, invoice=self._invoice())

    def opening(self) -> str:
        """Why we write; a reminder says of which letter it reminds."""
        earlier = self.record.earlier
        if earlier is not None:
            return self.ask("opening.reminder", number=earlier.number, date=self.day(earlier.issued))
        return self.ask("opening.part" if self.record.part else "opening")

    def by(self) -> str:
        """By when."""
        key = "by" if self.record.asked(medical=False) else "by.plain"
        return self.ask(key, date=self.day(self.record.answer_by))

    def group(self, group: Group) -> str:
        """Which lines of the invoice some questions are about."""
        benefits = self._listed([self.benefit(code) for code in group.benefits])
        key = "group" if len(group.positions) == 1 else "group.many"
        return self.ask(
            key, positions=self.positions(group), benefits=benefits, days=self.days(group.first, group.last)
        )

    def positions(self, group: Group) -> str:
        """The lines' names: 1, 2 and 4."""
        return self._listed(group.positions)

    def question(self, question: Question) -> str:
        """What is asked, with the article that asks for it."""
        return self._held(cited(question.text, self.article(question.article)))

    def question_of(self, group: Group, question: Question) -> str:
        """What is asked, with the article and the lines."""
        key = "reply.positions" if len(group.positions) == 1 else "reply.positions.many"
        positions = self.ask(key, positions=self.positions(group))
        source = self.ask("reply.source", article=self.article(question.article), positions=positions)
        return self._held(cited(question.text, source))

    def _invoice(self) -> str:
        invoice = self.record.invoice
        key, values = "invoice", {}
        if invoice.provider.strip():
            key += ".provider"
            values["provider"] = invoice.provider
        if invoice.invoice_date is not None:
            key += ".date"
            values["date"] = self.day(invoice.invoice_date)
        return self.ask(key, **values)

    def _listed(self, texts: Sequence[str]) -> str:
        if len(texts) == 1:
            return texts[0]
        return self.ask("and", first=", ".join(texts[:-1]), last=texts[-1])
