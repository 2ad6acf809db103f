"""Opens the cards of articles over the window of a page; one card at a time."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caseworker.rules.conditions import Edition
from caseworker.rules.vocabulary import Citation
from caseworker.ui.kit.cards.article import card_content
from caseworker.ui.kit.cards.card import ArticleCard
from caseworker.ui.kit.theme import Theme
from caseworker.wording.texts import article_text


class CardOpener:
    """`card` is the card once one was opened."""

    def __init__(self, page: QWidget, theme: Theme) -> None:
        self._page, self._theme = page, theme
        self.card: ArticleCard | None = None

    def open(self, citation: Citation, edition: Edition | None, language: str, beside: QWidget) -> None:
        """Show what an article says, beside the link to it."""
        if self.card is None or self.card.parentWidget() is not self._page.window():
            self.card = ArticleCard(self._page.window(), self._theme)
        content = card_content(citation, edition, language)
        self.card.show_content(content, article_text(citation.article, language), beside)

    def put_away(self) -> None:
        """Close the card, if one is open."""
        if self.card is not None and self.card.isVisible():
            self.card.put_away()
