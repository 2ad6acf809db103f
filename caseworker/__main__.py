"""`python -m caseworker`, and what the console script calls."""

import sys


def main() -> int:
    """Run the command named on the command line; the result is the exit code."""
    sys.stderr.write("caseworker: no command is built in yet\n")
    return 2


if __name__ == "__main__":
    sys.exit(main())
