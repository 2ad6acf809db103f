"""One verb a function, each taking a session and returning frozen rows."""
