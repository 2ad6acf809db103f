"""What the two search fields of the page offer: benefits at once, providers as the store finds them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from caseworker.rules.conditions import Conditions
from caseworker.rules.offer import Offer
from caseworker.services.people.finding import find_providers
from caseworker.ui.kit.cards.link import article_name
from caseworker.ui.kit.form.pick_list import PickItem
from caseworker.ui.pages.claim import words
from caseworker.ui.pages.claim.assessment import LiveAssessment
from caseworker.ui.pages.claim.benefit_search import BenefitIndex, Hit, Named
from caseworker.wording.texts import benefit_name, benefit_search_terms

if TYPE_CHECKING:
    from caseworker.models.people.rows import ProviderRow
    from caseworker.ui.kit.operations import Operations

NEW_PROVIDER = "new:"
_MOST = 20
_KINDS = ("physician", "therapist", "hospital", "pharmacy", "spa", "transport", "home_care", "other")


class BenefitLookup:
    """Benefits by any of their names; what the person is not offered that day is greyed, with the reason."""

    def __init__(self, live: LiveAssessment, language: str) -> None:
        self._live = live
        self._language = language
        self._index: BenefitIndex | None = None

    def find(self, text: str) -> list[PickItem]:
        """What is offered first, in the order of the search; then what is not."""
        line = self._live.board.line
        opened = self._live.opened
        if line is None or opened is None:
            return []
        situation = self._live.situation(line.id)
        day = situation.day if situation is not None else opened.background.today
        offers = self._live.offers(day)
        found = [self._item(hit, offers) for hit in self._names(opened.background.conditions).find(text)]
        return sorted((i for i in found if i is not None), key=lambda item: not item.is_offered)

    def find_any(self, text: str) -> list[PickItem]:
        """The same list with nothing greyed: what is claimed all the same must be entered to be denied."""
        return [
            item if item.is_offered else item._replace(detail=f"{item.reason}  ·  {item.detail}", reason="")
            for item in self.find(text)
        ]

    def _item(self, hit: Hit, offers: Mapping[str, Offer]) -> PickItem | None:
        offer = offers.get(hit.benefit)
        if offer is None:
            return None
        name = benefit_name(hit.benefit, self._language)
        matched = hit.name if hit.name != name else ""
        if offer.offered:
            return PickItem(hit.benefit, name, article_name(offer.article), matched=matched)
        reason = offer.reasons[0]
        return PickItem(
            hit.benefit, name, article_name(reason.citation.article), words.not_offered(reason.code), matched
        )

    def _names(self, conditions: Conditions) -> BenefitIndex:
        if self._index is None:
            self._index = BenefitIndex(
                Named(code, tuple(dict.fromkeys(self._all_names(code)))) for code in conditions.benefits
            )
        return self._index

    def _all_names(self, code: str) -> Sequence[str]:
        own = benefit_search_terms(code, self._language)
        return (*own, *benefit_search_terms(code))


class ProviderLookup:
    """Providers of the store by the beginning of their name, and the way to enter a new one."""

    def __init__(self, operations: Operations, show: Callable[[Sequence[PickItem]], None]) -> None:
        self._operations, self._show = operations, show
        self.found: dict[str, str] = {}

    def find(self, text: str) -> None:
        """Ask the store; the list comes when it has answered."""
        typed = text.strip()
        if not typed:
            return

        def show(rows: tuple[ProviderRow, ...]) -> None:
            self.found = {str(row.id): row.name for row in rows}
            known = [PickItem(str(r.id), r.name, _about(r)) for r in rows]
            new = [PickItem(NEW_PROVIDER + kind, typed, words.new_provider(kind)) for kind in _KINDS]
            self._show([*known, *new])

        self._operations.read(find_providers, typed, _MOST, then=show, lane="providers")


def _about(row: ProviderRow) -> str:
    """What the provider is, where, and what the insurer's lists say of them."""
    place = ", ".join(text for text in (words.provider_kind(row.kind), row.town) if text)
    listed = words.recognised(row.contracted, row.methods)
    return f"{place}  ·  {listed}" if listed else place
