"""Dates are written in Python here, and have no table of functions for C."""

import unittest


def __getattr__(name):
    if name == "datetime_CAPI":
        raise unittest.SkipTest("implementation detail: a capsule")
    raise AttributeError(name)
