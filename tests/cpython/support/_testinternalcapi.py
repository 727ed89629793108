"""CPython's inside is not here: whoever looks at it has the test put aside."""

import unittest


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)

    def look(*args, **kwargs):
        raise unittest.SkipTest(f"implementation detail: _testinternalcapi.{name}")
    return look
