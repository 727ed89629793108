# exit: 1
# stderr: whole
"""The interpreter shows the last calls, as many as sys.tracebacklimit says."""
import sys


def inner():
    1 / 0


def outer():
    inner()


sys.tracebacklimit = 2
outer()
