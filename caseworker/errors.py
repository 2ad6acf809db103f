"""What the person at the desk is told, as against everything else that is raised, which is a bug."""


class Facts(tuple[str, ...]):
    """Facts by their codes, as a value of a refusal: the window names them in its own language."""

    __slots__ = ()

    def __str__(self) -> str:
        return ", ".join(self)


class Refusal(Exception):  # noqa: N818 - a refusal is an answer to the person, not a fault of the program
    """The program will not do what was asked: `message` says what is wrong, `advice` how to go on.

    Both are given as plain English templates, such as "There is no claim {number}.", and the values beside
    them: by its templates `caseworker.wording.refusals` tells a refusal in another language.
    """

    def __init__(self, message: str, advice: str = "", /, **values: object) -> None:
        super().__init__(message, advice)
        self.templates = (message, advice)
        self.values = values

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return self.templates[0].format_map(self.values)

    @property
    def advice(self) -> str:
        """How to go on, in English; empty where there is nothing to say."""
        return self.templates[1].format_map(self.values)

    def __str__(self) -> str:
        return f"{self.message} {self.advice}".rstrip()
