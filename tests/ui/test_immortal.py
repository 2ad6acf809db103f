import subprocess
import sys

CALLS = """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
import caseworker.ui
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(30_000):
    thing.parent()
print("alive")
"""


def test_the_interpreter_survives_what_qt_takes_from_none() -> None:
    done = subprocess.run([sys.executable, "-c", CALLS], capture_output=True, text=True)
    assert done.stdout == "alive\n", done.stderr[-300:]
