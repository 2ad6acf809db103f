"""What the person at the desk is told, as against everything else that is raised, which is a bug."""


class Refusal(Exception):  # noqa: N818 - a refusal is an answer to the person, not a fault of the program
    """The program will not do what was asked: `message` says what is wrong, `advice` how to go on."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message} {self.advice}".rstrip()
