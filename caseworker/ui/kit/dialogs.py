"""The one dialog there is: a question that names its record, with a reason where one is needed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from caseworker.ui.kit import text
from caseworker.ui.kit.elements import button, column, label, row
from caseworker.ui.kit.messages import Answer, Question
from caseworker.ui.kit.tokens import Space


class QuestionDialog(QDialog):
    """Yes is the named action, never a bare OK; with a reason to give, it waits for one."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(question.title)
        self.reason = QLineEdit()
        self.reason.setVisible(question.wants_reason)
        self.reason.setPlaceholderText(text.say("kit.dialog.reason"))
        self.reason.setAccessibleName(text.say("kit.dialog.reason"))
        self.yes = button("primary", self.accept, text=question.yes)
        self.no = button("", self.reject, text=text.say("kit.dialog.cancel"))
        self.yes.setDefault(True)
        self.yes.setEnabled(not question.wants_reason)
        self.reason.textChanged.connect(self._check)
        self._wants_reason = question.wants_reason
        self.setLayout(
            column(
                label("heading", question.title, wrap=True),
                label("", question.text, wrap=True),
                self.reason,
                Space.SMALL,
                row(None, self.no, self.yes),
                gap=Space.MEDIUM,
                margins=(Space.WIDE, Space.WIDE, Space.WIDE, Space.LARGE),
            )
        )
        self.setMinimumWidth(440)

    def _check(self, typed: str) -> None:
        self.yes.setEnabled(bool(typed.strip()) or not self._wants_reason)


def ask_in_a_dialog(window: Callable[[], QWidget | None]) -> Callable[[Question], Answer | None]:
    """An asker that shows the question over the window."""

    def ask(question: Question) -> Answer | None:
        dialog = QuestionDialog(question, window() or QApplication.activeWindow())
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        return Answer(dialog.reason.text().strip()) if accepted else None

    return ask
