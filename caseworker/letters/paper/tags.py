"""The letter as a reader hears it: its elements written as the structure tree of a tagged PDF."""

from caseworker.letters.paper.pdfa import ArchiveDocument
from caseworker.letters.paper.sheet import Element


class TagTree:
    """Numbers the marks of each page while they are drawn, and writes the tree at the end."""

    def __init__(self, document: ArchiveDocument) -> None:
        self._document = document
        self._pages: list[list[Element]] = []
        self._places: dict[int, list[tuple[int, int]]] = {}

    def begin_page(self) -> None:
        """Count the marks from zero again."""
        self._pages.append([])

    def mark(self, element: Element) -> int:
        """The number of the element's next mark on this page."""
        marks = self._pages[-1]
        self._places.setdefault(id(element), []).append((len(self._pages) - 1, len(marks)))
        marks.append(element)
        return len(marks) - 1

    def write(self, root: Element, language: str) -> None:
        """Add the tree to the document, which must have all its pages by now."""
        document = self._document
        elements = _all(root)
        objects = {id(element): document.reserve() for element in elements}
        numbers = {key: document.number(made) for key, made in objects.items()}
        tree = document.reserve()
        for element in elements:
            parent = document.number(tree) if element.parent is None else numbers[id(element.parent)]
            objects[id(element)].body = self._told(element, parent, numbers)
        places = (
            f"{index}[{' '.join(f'{numbers[id(element)]} 0 R' for element in marks)}]"
            for index, marks in enumerate(self._pages)
        )
        tree.body = (
            f"<</Type/StructTreeRoot/K {numbers[id(root)]} 0 R/ParentTree<</Nums[{''.join(places)}]>>"
            f"/ParentTreeNextKey {len(self._pages)}>>"
        ).encode("ascii")
        document.structure = {
            "StructTreeRoot": f"{document.number(tree)} 0 R",
            "MarkInfo": "<</Marked true>>",
            "Lang": f"({language})",
            "ViewerPreferences": "<</DisplayDocTitle true>>",
        }

    def _told(self, element: Element, parent: int, numbers: dict[int, int]) -> bytes:
        pages = self._document.page_numbers
        kids = [f"{numbers[id(child)]} 0 R" for child in element.children]
        places = self._places.get(id(element), ())
        kids += [f"<</Type/MCR/MCID {mark}/Pg {pages[page]} 0 R>>" for page, mark in places]
        attributes = f"/A<</O/Table{element.attributes}>>" if element.attributes else ""
        return (
            f"<</Type/StructElem/S/{element.tag}/P {parent} 0 R{attributes}/K[{' '.join(kids)}]>>"
        ).encode("ascii")


def _all(root: Element) -> list[Element]:
    """The element and all below it, parents first."""
    found = [root]
    for element in found:
        found += element.children
    return found
