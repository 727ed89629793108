"""Runs one module of the suite, or what is left of it, and reports each method in a line of JSON.

usage: one.py MODULE EVENTS FIRST

The reports go to the file EVENTS: the plan, then the start and the end of each method; FIRST is the number of the
method to begin with, so that a run can go on behind a method that ended the process.
"""
import json
import os
import re
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
ASIDE = "implementation detail"
# They differ from run to run.
ADDRESS = re.compile(r"\bat 0x[0-9a-f]+")


def methods(suite):
    """The tests of a suite and of the suites in it."""
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from methods(test)
        else:
            yield test


def line(error):
    """An exception in a line: its kind and the first line of what it says, without the addresses of objects."""
    kind, value = error[0], error[1]
    words = str(value).strip().splitlines()
    return kind.__name__ + (": " + ADDRESS.sub("at 0x...", words[0]) if words else "")


class Reporter(unittest.TestResult):
    """Writes what becomes of each method."""

    def __init__(self, events, numbers):
        super().__init__()
        self.events = events
        self.numbers = numbers
        self.outcome = None
        self.classes = {}

    def tell(self, **what):
        self.events.write(json.dumps(what) + "\n")
        self.events.flush()

    def startTest(self, test):
        super().startTest(test)
        self.outcome = None
        self.tell(start=self.numbers[id(test)])

    def stopTest(self, test):
        super().stopTest(test)
        outcome, why = self.outcome or ("passed", "")
        self.tell(end=self.numbers[id(test)], outcome=outcome, why=why)

    def settle(self, test, outcome, why):
        """The first word about a method stands, but a failure outdoes it; a class's word is for all its methods."""
        if id(test) not in self.numbers and not hasattr(test, "test_case"):
            name = test.id()
            self.classes[name[name.find("(") + 1:name.rfind(")")]] = (outcome, why)
        elif self.outcome is None or outcome == "failed" and self.outcome[0] != "failed":
            self.outcome = (outcome, why)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.settle(test, "aside" if reason.startswith(ASIDE) else "skipped", reason)

    def addFailure(self, test, err):
        self.settle(test, "failed", line(err))

    def addError(self, test, err):
        self.settle(test, "failed", line(err))

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.settle(test, "failed", line(err))

    def addUnexpectedSuccess(self, test):
        self.settle(test, "failed", "unexpected success")


def put_aside(test):
    """Skips a test of the second variant of a module that is there once only."""
    if type(getattr(test, "module", None)).__name__ == "Twin" and hasattr(test, "_testMethodName"):
        def aside():
            raise unittest.SkipTest(ASIDE + ": the variant in Python of a native module")
        test.setUp = test.tearDown = lambda: None
        setattr(test, test._testMethodName, aside)


def main():
    module, path, first = sys.argv[1], sys.argv[2], int(sys.argv[3])
    sys.argv[1:] = []
    sys.path[0] = os.path.join(HERE, "support")
    os.environ["PYTHONPATH"] = sys.path[0]
    events = open(path, "a", encoding="utf-8")
    loader = unittest.TestLoader()
    name = f"test.{module}"
    try:
        __import__(name)
    except unittest.SkipTest as skip:
        events.write(json.dumps({"skip": str(skip)}) + "\n")
        return
    tests = list(methods(loader.loadTestsFromModule(sys.modules[name])))
    for test in tests:
        put_aside(test)
    reporter = Reporter(events, {id(test): number for number, test in enumerate(tests)})
    if not first:
        reporter.tell(plan=[test.id().removeprefix(name + ".") for test in tests])
    unittest.TestSuite(tests[first:]).run(reporter)
    for number, test in enumerate(tests[first:], first):
        kind = type(test)
        outcome = reporter.classes.get(f"{kind.__module__}.{kind.__qualname__}") or reporter.classes.get(name)
        if outcome:
            reporter.tell(end=number, outcome=outcome[0], why=outcome[1], whole=True)
    reporter.tell(done=True)
    events.close()


main()
