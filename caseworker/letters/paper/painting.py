"""Sheets onto a canvas: the operators that a page's runs and rules become."""

from reportlab.lib.pagesizes import A4

from caseworker.letters.paper.fonts import font
from caseworker.letters.paper.pdfa import ArchiveCanvas
from caseworker.letters.paper.sheet import Mark, Page, Rule, Shape, Style
from caseworker.letters.paper.tags import TagTree

_HEIGHT = A4[1]


def paint(canvas: ArchiveCanvas, page: Page, tree: TagTree | None) -> None:
    """Draw one page and turn to the next; with a tree every mark is tagged, without none is."""
    pen = _Pen(canvas)
    if tree is not None:
        tree.begin_page()
    for mark in page.marks:
        _paint_mark(pen, mark, tree)
    if page.rules:
        pen.bracket("/Artifact BMC" if tree else "", [_rule(rule) for rule in page.rules])
    for shape in page.shapes:
        pen.bracket("/Artifact BMC" if tree else "", _filled(shape))
    canvas.write(pen.code)
    canvas.showPage()


def _paint_mark(pen: "_Pen", mark: Mark, tree: TagTree | None) -> None:
    operators = ["BT"]
    for x, y, style, text in mark.runs:
        pen.use(style, operators)
        pen.show(x, y, style, text, operators)
    operators.append("ET")
    if tree is None:
        pen.bracket("", operators)
    elif mark.element is None:
        pen.bracket("/Artifact <</Type/Pagination>> BDC", operators)
    else:
        pen.bracket(f"/{mark.element.tag} <</MCID {tree.mark(mark.element)}>> BDC", operators)


def _rule(rule: Rule) -> str:
    return (
        f"{rule.grey:g} G {rule.width:g} w {rule.x1:.2f} {_HEIGHT - rule.y1:.2f} m "
        f"{rule.x2:.2f} {_HEIGHT - rule.y2:.2f} l S"
    )


def _filled(shape: Shape) -> list[str]:
    """One path, so that neighbours leave no seam between them."""
    corners = (f"{x:.3f} {_HEIGHT - y - high:.3f} {wide:.3f} {high:.3f} re" for x, y, wide, high in shape)
    return ["q 0 g", *corners, "f Q"]


class _Pen:
    """The font and the colour that are set, so that they are told only when they change."""

    def __init__(self, canvas: ArchiveCanvas) -> None:
        self._document = canvas.archive
        self._font: tuple[str, float] | None = None
        self._colour: tuple[float, float, float] | None = None
        self.code: list[str] = []

    def bracket(self, opening: str, operators: list[str]) -> None:
        """Add the operators, as marked content if there is an opening."""
        if opening:
            operators = [opening, *operators, "EMC"]
        self.code += operators

    def use(self, style: Style, operators: list[str]) -> None:
        """Set the colour of the style."""
        if style.colour != self._colour:
            self._colour = style.colour
            operators.append("{:g} {:g} {:g} rg".format(*style.colour))

    def show(self, x: float, y: float, style: Style, text: str, operators: list[str]) -> None:
        """Show a text, told as hexadecimal digits, in which nothing can be mistaken for an operator."""
        face = font(style.font)
        operators.append(f"1 0 0 1 {x:.2f} {_HEIGHT - y:.2f} Tm")
        for subset, codes in face.splitString(text, self._document):
            name = face.getSubsetInternalName(subset, self._document)
            if (name, style.size) != self._font:
                self._font = name, style.size
                operators.append(f"{name} {style.size:g} Tf")
            operators.append(f"<{codes.hex()}> Tj")
