"""A text as a DataMatrix (ECC 200) on paper: dark modules as rectangles, those beside each other as one."""

from itertools import groupby
from typing import Any

from caseworker.letters.paper.sheet import Shape


def code(text: str, left: float, top: float, module: float) -> Shape:
    """The code of a text, its left top corner here, each module so many points wide."""
    return tuple(
        (left + first * module, top + row * module, count * module, module)
        for row, first, count in _bars(text)
    )


def _bars(text: str) -> list[tuple[int, int, int]]:
    """Row, first column and number of dark modules in a row, of all that are dark."""
    from zxingcpp import BarcodeFormat, create_barcode

    barcode = create_barcode(text, BarcodeFormat.DataMatrix)
    image: Any = barcode.to_image(scale=1, add_hrt=False, add_quiet_zones=False)  # a buffer, untyped
    rows: Any = memoryview(image).tolist()
    bars = []
    for at, row in enumerate(rows):
        for dark, beside in groupby(range(len(row)), key=lambda column: row[column] == 0):
            columns = list(beside)
            if dark:
                bars.append((at, columns[0], len(columns)))
    return bars
