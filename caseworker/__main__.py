"""`python -m caseworker`, and the console command."""

from __future__ import annotations

import sys

from caseworker.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
