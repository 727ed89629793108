"""One decorator of the suite's package of this name."""


def no_rerun(reason):
    """A test runs once only here."""
    return lambda test: test
