"""The link to an article of the conditions."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from caseworker.rules.vocabulary import GENERAL_CONDITIONS, Citation
from caseworker.ui.kit import text

OpenArticle = Callable[[Citation, QWidget], None]


def article_name(number: str) -> str:
    """The text of the link: `art. 11.1`, or the general conditions."""
    if number == GENERAL_CONDITIONS:
        return text.say("words.cite.general_short")
    return text.say("words.cite.article", article=number)


class ArticleLink(QPushButton):
    """`art. 11.1`: opens the card of the article."""

    def __init__(self, wanted: OpenArticle) -> None:
        super().__init__()
        self.setProperty("role", "link")
        self.setProperty("size", "small")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.citation: Citation | None = None
        self._language = ""
        self._wanted = wanted
        self.clicked.connect(self._open)

    def _open(self) -> None:
        if self.citation is not None:
            self._wanted(self.citation, self)

    def show_citation(self, citation: Citation) -> None:
        """Lead to this article from now on."""
        if (citation, text.language()) != (self.citation, self._language):
            self.citation, self._language = citation, text.language()
            self.setText(article_name(citation.article))
            self.setToolTip("")
            self.setAccessibleName(text.say("kit.article.opens", article=citation.article))
