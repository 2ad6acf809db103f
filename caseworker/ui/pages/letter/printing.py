"""A letter on paper, by the system's own print dialog."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

_DPI = 300


def choose_printer(over: QWidget) -> QPrinter | None:
    """Ask for a printer; None where the person thought better of it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, over)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def draw_bytes(content: bytes, printer: QPrinter) -> bool:
    """Draw a letter's pages, whatever is in sight by now; False where the printer does not take them."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    return draw_pages(document, printer)


def draw_pages(document: QPdfDocument, printer: QPrinter) -> bool:
    """Draw the pages at their own size on the whole sheet; False where the printer does not take them."""
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for number in range(document.pageCount()):
        if number:
            printer.newPage()
        points = document.pagePointSize(number)
        picture = document.render(number, (points * _DPI / 72).toSize())
        scale = printer.resolution() / 72
        painter.drawImage(QRectF(0, 0, points.width() * scale, points.height() * scale), picture)
    return painter.end()
