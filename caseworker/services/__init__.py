"""One verb a function, each taking a session: enter, amend, establish, assess, decide, reverse, issue."""
