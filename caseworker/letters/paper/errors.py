"""Why a letter cannot be drawn."""

from caseworker.errors import Refusal


class UnprintableText(Refusal):
    """A `character` that must not or cannot be on paper, and where: the `letter`'s number, its `field`."""

    def __init__(self, character: str, field: str, letter: str, invisible: bool) -> None:
        super().__init__(
            "Letter {letter} cannot be printed: in {field}, the character {character} ({code})"
            " cannot be seen on paper."
            if invisible
            else "Letter {letter} cannot be printed: in {field}, the character {character} ({code})"
            " is not in the letters' typeface.",
            "Correct the text and issue the letter again.",
            letter=letter,
            field=field,
            character=ascii(character),
            code=f"U+{ord(character):04X}",
        )
        self.letter = letter
        self.character = character
        self.field = field


class AddressTooLong(Refusal):
    """The recipient's address does not fit into the window of the envelope, in any size that can be read."""

    def __init__(self, letter: str) -> None:
        super().__init__(
            "Letter {letter} cannot be printed: the address is too long for the window of the envelope.",
            "Shorten the recipient's address lines and issue the letter again.",
            letter=letter,
        )
