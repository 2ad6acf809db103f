"""The style sheet of the window, made from the tokens."""

from string import Template

from caseworker.ui.kit.tokens import Scale, Tokens

# Widgets say what they are by the property `role`; by name the sheet knows only the shell's parts.
_SHEET = Template("""
* { outline: 0; }
QWidget { color: $ink; selection-background-color: $accent; selection-color: $on_accent; }
#shell, #page, #stack, QDialog { background: $canvas; }
QToolTip { background: $raised; color: $ink; border: 1px solid $hairline; padding: 4px 6px; }

QMenuBar { background: $side; border-bottom: 1px solid $hairline; padding: 2px 8px; }
QMenuBar::item { padding: 4px 10px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $raised; border: 1px solid $hairline; padding: 6px; }
QMenu::item { padding: 6px 28px 6px 22px; border-radius: 5px; }
QMenu::item:selected { background: $accent_soft; color: $ink; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $hairline; margin: 6px 8px; }

#side { background: $side; border-right: 1px solid $hairline; }
#status { background: $side; border-top: 1px solid $hairline; }
#banner { background: $canvas; border-bottom: 1px solid $hairline; }
#day { background: $accent_soft; border-bottom: 1px solid $hairline; }
#notice { background: $negative_soft; border-bottom: 1px solid $negative; }
#notice QLabel { color: $ink; }
#scrim { background: $scrim_rgba; }
#palette { background: $raised; border: 1px solid $hairline; border-radius: 12px; }

QLabel { background: transparent; }
QLabel[role="title"] { font-size: ${title}pt; font-weight: 600; }
QLabel[role="heading"] { font-size: ${heading}pt; font-weight: 600; }
QLabel[role="lead"] { font-size: ${lead}pt; }
QLabel[role="figure"] { font-size: ${title}pt; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: ${small}pt; }
QLabel[role="overline"] { color: $muted; font-size: ${small}pt; font-weight: 600; }
QLabel[tone="positive"] { color: $positive; }
QLabel[tone="negative"] { color: $negative; }
QLabel[tone="waiting"] { color: $waiting; }
QLabel[tone="consent"] { color: $consent; }
QLabel[role="chip"] { border-radius: 9px; padding: 1px 9px; font-size: ${small}pt; font-weight: 600;
  background: $hover; color: $ink; }
QLabel[role="chip"][tone="positive"] { background: $positive_soft; color: $positive; }
QLabel[role="chip"][tone="negative"] { background: $negative_soft; color: $negative; }
QLabel[role="chip"][tone="waiting"] { background: $waiting_soft; color: $waiting; }
QLabel[role="chip"][tone="consent"] { background: $consent_soft; color: $consent; }
QLabel[role="chip"][tone="accent"] { background: $accent_soft; color: $accent_text; }
QFrame[role="hairline"] { background: $hairline; border: 0; max-height: 1px; min-height: 1px; }
QFrame[role="hairline-v"] { background: $hairline; border: 0; max-width: 1px; min-width: 1px; }
QFrame[role="card"] { background: $raised; border: 1px solid $hairline; border-radius: 10px; }
QFrame[role="band"] { background: $side; border: 0; border-radius: 10px; }

QLineEdit, QDateEdit, QComboBox, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox {
  background: $field; border: 1px solid $outline; border-radius: 6px; padding: 5px 9px;
  min-height: ${line}px; }
QLineEdit:hover, QDateEdit:hover, QComboBox:hover, QPlainTextEdit:hover { border-color: $muted; }
QLineEdit:focus, QDateEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QTextEdit:focus {
  border: 2px solid $accent; padding: 4px 8px; }
QLineEdit:disabled, QDateEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {
  background: $side; color: $muted; border-color: $hairline; }
QLineEdit[invalid="true"], QDateEdit[invalid="true"], QComboBox[invalid="true"],
QPlainTextEdit[invalid="true"] {
  border: 2px solid $negative; padding: 4px 8px; }
QLineEdit[role="search"] { border: 0; background: transparent; font-size: ${heading}pt; padding: 10px 4px; }
QLineEdit[role="search"]:focus { border: 0; padding: 10px 4px; }
QComboBox::drop-down, QDateEdit::drop-down { border: 0; width: 26px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$chevron"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $hairline; padding: 4px; }
QComboBox QAbstractItemView::item { min-height: ${row}px; padding: 0 8px; }

QPushButton { background: $raised; border: 1px solid $outline; border-radius: 6px; padding: 5px 14px;
  min-height: ${line}px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 13px; }
QPushButton:disabled { color: $muted; border-color: $hairline; background: $side; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent;
  font-weight: 600; }
QPushButton[role="primary"]:hover { background: $accent_strong; border-color: $accent_strong; }
QPushButton[role="primary"]:focus { border: 2px solid $ink; padding: 4px 13px; }
QPushButton[role="primary"]:disabled { background: $track; color: $muted; border-color: $track; }
QPushButton[role="quiet"] { background: transparent; border: 1px solid transparent; color: $accent_text; }
QPushButton[role="quiet"]:hover { background: $hover; }
QPushButton[role="quiet"]:focus { border: 2px solid $accent; }
QPushButton[role="quiet"]:disabled { color: $muted; background: transparent; }
QPushButton[role="link"] { background: transparent; border: 0; border-bottom: 1px solid transparent;
  border-radius: 0;
  color: $accent_text; padding: 1px 0; min-height: 0; text-align: left; }
QPushButton[role="link"]:hover { border-bottom: 1px solid $accent_text; }
QPushButton[role="link"]:focus { border-bottom: 2px solid $accent; padding: 1px 0 0 0; }
QPushButton[role="nav"] { background: transparent; border: 1px solid transparent; border-radius: 7px;
  padding: 6px 10px;
  text-align: left; min-height: ${line}px; }
QPushButton[role="nav"]:hover { background: $hover; }
QPushButton[role="nav"]:checked { background: $accent_soft; color: $accent_text; font-weight: 600; }
QPushButton[role="nav"]:focus { border: 2px solid $accent; padding: 5px 9px; }
QPushButton[role="finder"] { background: $field; border: 1px solid $outline; border-radius: 8px;
  padding: 7px 11px;
  text-align: left; color: $muted; min-height: ${line}px; }
QPushButton[role="finder"]:hover { border-color: $muted; }
QPushButton[role="finder"]:focus { border: 2px solid $accent; padding: 6px 10px; }
QPushButton[role="segment"] { border-radius: 6px; border: 1px solid transparent; background: transparent;
  font-weight: 600;
  color: $muted;
  padding: 3px 10px; min-height: ${line}px; }
QPushButton[role="segment"]:hover { background: $hover; color: $ink; }
QPushButton[role="segment"]:checked { background: $accent_soft; color: $accent_text; }
QPushButton[role="segment"]:focus { border: 2px solid $accent; padding: 2px 9px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 4px; }
QToolButton:hover { background: $hover; }
QToolButton:focus { border: 2px solid $accent; padding: 3px; }

QAbstractItemView { background: transparent; border: 0; alternate-background-color: transparent;
  selection-background-color: $accent_soft; selection-color: $ink; }
QTableView { gridline-color: transparent; }
QHeaderView { background: transparent; border: 0; }
QHeaderView::section { background: transparent; color: $muted; border: 0;
  border-bottom: 1px solid $hairline;
  padding: 6px 12px; font-size: ${small}pt; font-weight: 600; }
QTableView::item, QListView::item { padding: 0 12px; border-bottom: 1px solid $hairline; }
QTableView::item:hover, QListView::item:hover { background: $hover; }
QTableView::item:selected, QListView::item:selected { background: $accent_soft; color: $ink; }
QTableView:focus, QListView:focus, QTreeView:focus { border: 0; }

QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget[role="content"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: $track; border-radius: 4px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: $outline; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $hairline; }
QCheckBox, QRadioButton { spacing: 8px; background: transparent; }
QCheckBox:focus, QRadioButton:focus { color: $accent_text; }
QCalendarWidget QWidget { background: $raised; alternate-background-color: $raised; }
QCalendarWidget QToolButton { color: $ink; padding: 4px 8px; }
QCalendarWidget QAbstractItemView:enabled { color: $ink; selection-background-color: $accent;
  selection-color: $on_accent; }
QCalendarWidget QAbstractItemView:disabled { color: $muted; }
""")


def style_sheet(tokens: Tokens, points: float, chevron: str) -> str:
    """The sheet for some colours and a size of body text in points; `chevron` is a picture's path."""
    colours = {name: value for name, value in tokens._asdict().items() if isinstance(value, str)}
    alpha, rest = tokens.scrim[1:3], tokens.scrim[3:]
    channels = ", ".join(str(int(rest[i : i + 2], 16)) for i in (0, 2, 4))
    return _SHEET.substitute(
        colours,
        accent_text=tokens.accent,
        scrim_rgba=f"rgba({channels}, {int(alpha, 16)})",
        chevron=chevron,
        small=_points(points * Scale.SMALL),
        lead=_points(points * Scale.LEAD),
        heading=_points(points * Scale.HEADING),
        title=_points(points * Scale.TITLE),
        line=round(points * 1.8),
        row=round(points * 2.6),
    )


def _points(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
