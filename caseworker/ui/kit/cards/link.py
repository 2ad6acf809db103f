"""The link to an article of the conditions."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from caseworker.rules.vocabulary import GENERAL_CONDITIONS, Citation

_translate = QCoreApplication.translate
OpenArticle = Callable[[Citation, QWidget], None]


def article_name(number: str) -> str:
    """The text of the link: `art. 11.1`, or the general conditions."""
    if number == GENERAL_CONDITIONS:
        return _translate("claim", "gen. cond.")
    return _translate("claim", "art. {0}").format(number)


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
        self._wanted = wanted
        self.clicked.connect(self._open)

    def _open(self) -> None:
        if self.citation is not None:
            self._wanted(self.citation, self)

    def show_citation(self, citation: Citation) -> None:
        """Lead to this article from now on."""
        if citation != self.citation:
            self.citation = citation
            self.setText(article_name(citation.article))
            self.setToolTip("")
            self.setAccessibleName(_translate("claim", "Article {0}: what it says").format(citation.article))
