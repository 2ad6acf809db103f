"""What is in the window. It only places pages: navigation, banner, page, status; the palette over them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMenuBar, QStackedWidget, QVBoxLayout, QWidget

from caseworker.ui.kit import text
from caseworker.ui.kit.drafts import Drafts, load_unfinished
from caseworker.ui.kit.elements import box, column, named, row
from caseworker.ui.kit.finder.palette import Palette
from caseworker.ui.kit.finder.source import FindSource
from caseworker.ui.kit.language import Language
from caseworker.ui.kit.messages import Messages
from caseworker.ui.kit.operations import Operations
from caseworker.ui.kit.page import Page, Tools
from caseworker.ui.kit.places import History, Place, place_of_person
from caseworker.ui.kit.theme import Theme
from caseworker.ui.window.counts import DeskCounts
from caseworker.ui.window.day import DayBar
from caseworker.ui.window.menus import Menus, Moves
from caseworker.ui.window.preferences import Preferences
from caseworker.ui.window.registry import REGISTRY, May, Registry, everything
from caseworker.ui.window.sidebar import Sidebar
from caseworker.ui.window.statusline import NoticeBar, StatusLine

if TYPE_CHECKING:
    from caseworker.services.access import Access
    from caseworker.services.people.rows import Found, Identity
    from caseworker.ui.kit.banner import Banner

_SIZE = (1440, 900)


def guard_store(access: Access) -> str | None:
    """Why the store may only be read: its sums do not agree. None where they do."""
    from caseworker.services.store.checking import guard

    guard(access.store, access.conditions)
    return access.store.read_only


class Shell(QWidget):
    """Lies in the program's window, or is one by itself. `went` is sent on each move."""

    went = Signal(object)  # Place

    def __init__(
        self,
        operations: Operations,
        messages: Messages,
        theme: Theme,
        language: Language,
        preferences: Preferences,
        registry: Registry = REGISTRY,
    ) -> None:
        super().__init__()
        self.operations, self.messages = operations, messages
        self.drafts = Drafts(operations, self)
        self.tools = Tools(
            operations, messages, self.drafts, theme, language, self.go, lambda: preferences.recent
        )
        self.preferences = preferences
        self.history = History()
        self.registry = registry
        self.may: May = everything
        self.pages: dict[str, Page] = {}
        self.sidebar = Sidebar(theme, registry)
        self.status = StatusLine(messages)
        self.notice = NoticeBar(messages, theme)
        self.day = DayBar(self.turn_day, theme)
        self._access: Access | None = None
        self.banner: Banner | None = None
        self.stack = QStackedWidget()
        self.stack.setObjectName("stack")
        self._bar = QMenuBar()
        self._lay_out()
        moves = Moves(
            go=self.go,
            palette=self.open_palette,
            back=self.back,
            forward=self.forward,
            undo=self.status.undo,
            turn_day=self.turn_day,
            close=self._close,
        )
        self.menus = Menus(self._bar, moves, theme, language, registry.entries())
        self.menus.undo.setEnabled(False)
        self.status.undo_changed.connect(self.menus.undo.setEnabled)
        text.rerun(self._show_day_command)
        self.day.changed.connect(self._show_day_command)
        self.palette_over: Palette | None = None
        self.sidebar.wanted.connect(self.go)
        self.counts = DeskCounts(operations, self)
        self.counts.counted.connect(self.sidebar.show_count)
        self.sidebar.palette_wanted.connect(self.open_palette)
        self.resize(*_SIZE)
        self.go(registry.entries()[0].place)
        text.rerun(self._name_page)

    def begin(self, access: Access) -> None:
        """The store is open: say who works here, and fill what waited for it."""
        store, self._access = access.store, access
        self.sidebar.show_who(access.actor.name)
        self.status.show_place(store.path.name if store.path else str(store.url.database))
        # Writes run one after the other: none comes before the store was found in order.
        self.operations.run(guard_store, self._say_if_read_only)
        self._follow_house()
        self._offer_day()
        self.allow(access.may)
        self._show_recent()
        self.drafts.changed.connect(self._show_unfinished)
        self._show_unfinished()

    def _follow_house(self) -> None:
        """Tell days as the house does, also once it has set its time zone otherwise."""
        # What reads the store is not loaded before the window's first picture.
        from caseworker.services.context import SETTINGS_TOUCHED
        from caseworker.services.settings.reading import zone_of
        from caseworker.ui.kit import house

        def read() -> None:
            self.operations.read(zone_of, then=house.use, lane="house")

        self.operations.changed.connect(lambda changes: read() if SETTINGS_TOUCHED in changes else None)
        read()

    def _offer_day(self) -> None:
        from caseworker.services.settings.reading import other_day

        self.operations.read(other_day, then=self.day.offer, lane="day")

    def turn_day(self) -> None:
        """Look at a store of made-up people as on its day; or as today again."""
        access, here = self._access, self.history.here
        if access is None or here is None or self.day.day is None:
            return
        self.day.turn()
        self.operations.use(access.as_on(self.day.day) if self.day.is_on else access)
        self.allow(self.may)
        self._show(here)

    def _show_day_command(self) -> None:
        self.menus.show_day(self.day.command)

    def allow(self, may: May) -> None:
        """Offer what who works here may see; a desk that they may not see is not there."""
        self.may = may
        seen = [desk for desk in self.registry.entries() if may(desk.right)]
        numbers = [desk.number for desk in seen]
        self.menus.show_desks(numbers)
        self.sidebar.show_desks(numbers)
        self.counts.begin(seen)
        here = self.history.here
        if seen and (here is None or not self.registry.sees(may, here.kind)):
            self.history = History()
            self.go(seen[0].place)

    @property
    def page(self) -> Page:
        """The page in sight."""
        page = self.stack.currentWidget()
        assert isinstance(page, Page)
        return page

    def go(self, place: Place) -> None:
        """Open a place, and remember it for the way back."""
        self.history.visit(place)
        self._show(place)

    def back(self) -> None:
        """The place before this one."""
        if self.history.can_back:
            self._show(self.history.back())

    def forward(self) -> None:
        """The place from which one came back."""
        if self.history.can_forward:
            self._show(self.history.forward())

    def open_palette(self) -> None:
        """Find, over whatever is in sight."""
        if self.palette_over is None:
            source = FindSource(self.tools, self.menus.commands)
            self.palette_over = Palette(self._body, source, self.tools)
        self.palette_over.appear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The palette covers all of the window."""
        super().resizeEvent(event)
        if self.palette_over is not None:
            self.palette_over.fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """A shell that is a window by itself ends with it."""
        self.finish()
        super().closeEvent(event)

    def finish(self) -> None:
        """Keep what was typed, finish what is being written; never ask."""
        self.page.leave()
        self.drafts.flush()
        self.operations.stop()

    def _lay_out(self) -> None:
        self._banner_slot = QVBoxLayout()
        right = column(self.day, self.notice, self._banner_slot, self.stack, gap=0)
        right.setStretch(3, 1)
        body = row(self.sidebar, right, gap=0)
        body.setStretch(1, 1)
        inner = column(body, self.status, gap=0)
        inner.setStretch(0, 1)
        self._body = box(inner)
        whole = column(self._bar, self._body, gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.setObjectName("shell")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def _show(self, place: Place) -> None:
        before = self.stack.currentWidget()
        if isinstance(before, Page):
            before.leave()
            self.drafts.flush()
        self.messages.clear()
        page = self.page_of(place.kind)
        self.stack.setCurrentWidget(page)
        page.open(place)
        self._show_identity(page.identity)
        self._name_page()
        self.menus.show_page_actions(page.actions())
        self.menus.back.setEnabled(self.history.can_back)
        self.menus.forward.setEnabled(self.history.can_forward)
        self.sidebar.show_place(place)
        self._saw(place)
        page.focus_first()
        self.went.emit(place)

    def page_of(self, kind: str) -> Page:
        """The page of a kind, made when it is first asked for."""
        page = self.pages.get(kind)
        if page is None:
            page = self.pages[kind] = self.registry.pages[kind].make(self.tools)
            self.stack.addWidget(page)
            page.title_changed.connect(
                lambda title, p=page: self._show_title(title) if p is self.page else None
            )
            page.identity_changed.connect(
                lambda who, p=page: self._show_identity(who) if p is self.page else None
            )
            page.moved.connect(lambda place, p=page: self._moved(place) if p is self.page else None)
        return page

    def _saw(self, place: Place) -> None:
        if place.whom:
            self.preferences.saw(place.whom)
            self._show_recent()

    def _say_if_read_only(self, why: str | None) -> None:
        if why is not None:
            message = text.say("window.read_only", why=why)
            advice = text.say("window.read_only_advice")
            self.messages.warn(message, advice)
            self.status.show_place(text.say("window.read_only_short"))

    def _show_recent(self) -> None:
        if not self.registry.sees(self.may, place_of_person("").kind):
            return

        def show(found: Sequence[Found]) -> None:
            self.sidebar.show_recent([(hit.number, f"{hit.name} {hit.given_name}") for hit, _ in found])
            if self.history.here is not None:
                self.sidebar.show_place(self.history.here)

        FindSource(self.tools).recent(show)

    def _show_unfinished(self) -> None:
        kinds = tuple(self.registry.pages)
        show = self.sidebar.show_unfinished
        self.operations.read(load_unfinished, kinds, then=show, lane="unfinished")

    def _moved(self, place: Place) -> None:
        self.history.replace(place)
        self.page.place = place
        self.sidebar.show_place(place)

    def _show_identity(self, identity: Identity | None) -> None:
        if self.banner is None:
            if identity is None:
                return
            # Not needed for the first paint, so not loaded before it.
            from caseworker.ui.kit.banner import Banner

            self.banner = Banner()
            self._banner_slot.addWidget(self.banner)
        self.banner.show_identity(identity)

    def _name_page(self) -> None:
        if self.history.here is None:
            return
        name = text.say(self.registry.pages[self.history.here.kind].text)
        named(self.page, name)
        self._show_title(self.page.title or name)

    def _show_title(self, title: str) -> None:
        self.window().setWindowTitle(f"{title} – caseworker" if title else "caseworker")

    def _close(self) -> None:
        self.window().close()
