"""Running examples and telling what went wrong."""

import builtins
import io
import os
import sys
import traceback
import unittest

from ._checking import (
    FAIL_FAST, IGNORE_EXCEPTION_DETAIL, REPORT_ONLY_FIRST_FAILURE, REPORTING_FLAGS, SKIP, OutputChecker, indented,
)
from ._examples import DocTestFinder, DocTestParser, find_module


class TestResults(tuple):
    """(failed, attempted), and how many were skipped."""

    def __new__(cls, failed, attempted, *, skipped=0):
        results = tuple.__new__(cls, (failed, attempted))
        results.skipped = skipped
        return results

    failed = property(lambda self: self[0])
    attempted = property(lambda self: self[1])

    def __repr__(self):
        skipped = f", skipped={self.skipped}" if self.skipped else ""
        return f"TestResults(failed={self.failed}, attempted={self.attempted}{skipped})"


class DocTestFailure(Exception):
    """An example printed something else."""

    def __init__(self, test, example, got):
        self.test, self.example, self.got = test, example, got

    def __str__(self):
        return str(self.test)


class UnexpectedException(Exception):
    """An example raised something."""

    def __init__(self, test, example, exc_info):
        self.test, self.example, self.exc_info = test, example, exc_info

    def __str__(self):
        return str(self.test)


class _Captured(io.StringIO):
    """What an example prints; at its end there is always a whole line."""

    def getvalue(self):
        text = super().getvalue()
        return text + "\n" if text and not text.endswith("\n") else text

    def clear(self):
        self.seek(0)
        self.truncate()


def _without_detail(message):
    """The exception's name without its module and message."""
    name = message.partition("\n")[0].partition(":")[0]
    return name.rpartition(".")[2].strip()


class DocTestRunner:
    """Runs tests and writes reports."""

    DIVIDER = "*" * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = "-v" in sys.argv if verbose is None else verbose
        self.optionflags = self.original_optionflags = optionflags
        self.tries = self.failures = self.skips = 0
        self._stats = {}

    # Reports.

    def report_start(self, out, test, example):
        """An example begins."""
        if self._verbose:
            wanted = "Expecting:\n" + indented(example.want) if example.want else "Expecting nothing\n"
            out("Trying:\n" + indented(example.source) + wanted)

    def report_success(self, out, test, example, got):
        """An example was right."""
        if self._verbose:
            out("ok\n")

    def report_failure(self, out, test, example, got):
        """An example printed something else."""
        out(self._header(test, example) + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        """An example raised something."""
        out(self._header(test, example) + "Exception raised:\n" + indented(
            "".join(traceback.format_exception(*exc_info))))

    def _header(self, test, example):
        lines = [self.DIVIDER]
        if test.filename:
            line = "?" if test.lineno is None else test.lineno + example.lineno + 1
            lines.append('File "%s", line %s, in %s' % (test.filename, line, test.name))
        else:
            lines.append("Line %s, in %s" % (example.lineno + 1, test.name))
        return "\n".join(lines + ["Failed example:", indented(example.source)])

    # Running.

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        """Run the examples of one docstring."""
        self.test = test
        stdout = sys.stdout
        out = stdout.write if out is None else out
        captured = self._captured = _Captured()
        before = sys.displayhook
        sys.stdout, sys.displayhook = captured, sys.__displayhook__
        try:
            return self.__run(test, out)
        finally:
            sys.stdout, sys.displayhook = stdout, before
            if clear_globs:
                test.globs.clear()
                builtins._ = None

    def __run(self, test, out):
        failures = tries = skips = 0
        for number, example in enumerate(test.examples):
            quiet = self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures > 0
            self.optionflags = self.original_optionflags
            for flag, on in example.options.items():
                self.optionflags = self.optionflags | flag if on else self.optionflags & ~flag
            tries += 1
            if self.optionflags & SKIP:
                if not quiet:
                    skips += 1
                continue
            if not quiet:
                self.report_start(out, test, example)
            exc_info, filename = None, "<doctest %s[%d]>" % (test.name, number)
            try:
                # Tracebacks begin with this frame, in which tools look for it.
                exec(compile(example.source, filename, "single", 0, True), test.globs)
            except KeyboardInterrupt:
                raise
            except BaseException:
                exc_info = sys.exc_info()
            got = self._captured.getvalue()
            self._captured.clear()
            if self._judge(test, example, got, exc_info, None if quiet else out):
                continue
            failures += 1
            if self.optionflags & FAIL_FAST:
                break
        self.optionflags = self.original_optionflags
        self._note(test.name, failures, tries, skips)
        return TestResults(failures, tries, skipped=skips)

    def _judge(self, test, example, got, exc_info, out):
        check = self._checker.check_output
        if exc_info is None:
            good = check(example.want, got, self.optionflags)
        else:
            lines = traceback.format_exception_only(*exc_info[:2])
            if issubclass(exc_info[0], SyntaxError):
                # Where the error is stands before what it is.
                names = exc_info[0].__qualname__, f"{exc_info[0].__module__}.{exc_info[0].__qualname__}"
                found = [place for place, line in enumerate(lines)
                         if line.rstrip("\n") in names or line.startswith(tuple(name + ":" for name in names))]
                lines = lines[found[0]:] if found else lines
            message = "".join(lines)
            if example.exc_msg is None:
                if out is not None:
                    self.report_unexpected_exception(out, test, example, exc_info)
                return False
            got += "".join(traceback.format_exception(*exc_info))
            good = check(example.exc_msg, message, self.optionflags)
            if not good and self.optionflags & IGNORE_EXCEPTION_DETAIL:
                good = check(_without_detail(example.exc_msg), _without_detail(message), self.optionflags)
        if out is not None:
            (self.report_success if good else self.report_failure)(out, test, example, got)
        return good

    def _note(self, name, failures, tries, skips):
        old = self._stats.get(name, (0, 0, 0))
        self._stats[name] = old[0] + failures, old[1] + tries, old[2] + skips
        self.failures += failures
        self.tries += tries
        self.skips += skips

    def summarize(self, verbose=None):
        """Write how many passed and failed."""
        verbose = self._verbose if verbose is None else verbose
        empty, passed, failed = [], [], []
        for name, (failures, tries, skips) in self._stats.items():
            if not tries:
                empty.append(name)
            elif not failures:
                passed.append((name, tries))
            else:
                failed.append((name, failures, tries))
        if verbose:
            self._list(empty, "had no tests")
            if passed:
                print(f"{_items(len(passed))} passed all tests:")
                for name, count in sorted(passed):
                    print(f" {count:3d} test{'s' if count != 1 else ''} in {name}")
        if failed:
            print(self.DIVIDER)
            print(f"{_items(len(failed))} had failures:")
            for name, failures, tries in sorted(failed):
                print(f" {failures:3d} of {tries:3d} in {name}")
        if verbose:
            print(f"{self.tries} test{'s' if self.tries != 1 else ''} in {_items(len(self._stats))}.")
            failing = f" and {self.failures} failed" if self.failures else ""
            print(f"{self.tries - self.failures} passed{failing}.")
        if self.failures:
            skipped = f" and {self.skips} skipped test{'s' if self.skips != 1 else ''}" if self.skips else ""
            print(f"***Test Failed*** {self.failures} failure{'s' if self.failures != 1 else ''}{skipped}.")
        elif verbose:
            print("Test passed.")
        return TestResults(self.failures, self.tries, skipped=self.skips)

    def _list(self, names, what):
        if names:
            print(f"{_items(len(names))} {what}:")
            for name in sorted(names):
                print(f"    {name}")


def _items(count):
    return f"{count} item{'s' if count != 1 else ''}"


class DebugRunner(DocTestRunner):
    """Raises at the first failure."""

    def report_unexpected_exception(self, out, test, example, exc_info):
        raise UnexpectedException(test, example, exc_info)

    def report_failure(self, out, test, example, got):
        raise DocTestFailure(test, example, got)


def _run_all(tests, raise_on_error, verbose, optionflags, report):
    kind = DebugRunner if raise_on_error else DocTestRunner
    runner = kind(verbose=verbose, optionflags=optionflags)
    for test in tests:
        runner.run(test)
    if report:
        runner.summarize()
    return TestResults(runner.failures, runner.tries, skipped=runner.skips)


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None,
            raise_on_error=False, exclude_empty=False):
    """Run the examples of a module, of the main program without one."""
    m = find_module(m)
    finder = DocTestFinder(exclude_empty=exclude_empty)
    tests = finder.find(m, name or m.__name__, globs=globs, extraglobs=extraglobs)
    return _run_all(tests, raise_on_error, verbose, optionflags, report)


def _file_test(filename, module_relative, package, globs, parser, encoding, name=None, extraglobs=None):
    """The examples of a text file as one test; a relative name counts from the package, or from who asks."""
    if package and not module_relative:
        raise ValueError("Package may only be specified for module-relative paths.")
    path = filename
    if module_relative:
        if package is not None:
            base = os.path.dirname(__import__(package, fromlist=["*"]).__file__) if isinstance(package, str) else \
                os.path.dirname(package.__file__)
        else:
            base = os.path.dirname(sys._getframe(2).f_globals.get("__file__") or "")
        path = os.path.join(base, *filename.split("/"))
    with open(path, encoding=encoding or "utf-8") as file:
        text = file.read()
    globs = {} if globs is None else globs.copy()
    globs.update(extraglobs or {})
    globs.setdefault("__name__", "__main__")
    return parser.get_doctest(text, globs, name or os.path.basename(filename), path, 0)


def testfile(filename, module_relative=True, name=None, package=None, globs=None, verbose=None, report=True,
             optionflags=0, extraglobs=None, raise_on_error=False, parser=DocTestParser(), encoding=None):
    """Run the examples of a text file."""
    test = _file_test(filename, module_relative, package, globs, parser, encoding, name, extraglobs)
    return _run_all([test], raise_on_error, verbose, optionflags, report)


def run_docstring_examples(f, globs, verbose=False, name="NoName", compileflags=None, optionflags=0):
    """Run the examples of one object."""
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(verbose=verbose, recurse=False).find(f, name, globs=globs):
        runner.run(test, compileflags=compileflags)


# How suites report that do not say it themselves.
unittest_reportflags = 0


class _DocTestCase(unittest.TestCase):
    """A docstring as a test case."""

    def __init__(self, test, optionflags=0, setUp=None, tearDown=None, checker=None):
        super().__init__()
        self._test = test
        self._flags = optionflags
        self._checker = checker
        self._hooks = setUp, tearDown

    def setUp(self):
        if self._hooks[0] is not None:
            self._hooks[0](self._test)

    def tearDown(self):
        if self._hooks[1] is not None:
            self._hooks[1](self._test)

    def runTest(self):
        out = []
        flags = self._flags if self._flags & REPORTING_FLAGS else self._flags | unittest_reportflags
        runner = DocTestRunner(optionflags=flags, checker=self._checker, verbose=False)
        runner.DIVIDER = "-" * 70
        if runner.run(self._test, out=out.append, clear_globs=False).failed:
            test = self._test
            line = "unknown line number" if test.lineno is None else "%s" % test.lineno
            raise self.failureException("Failed doctest test for %s\n  File \"%s\", line %s, in %s\n\n%s" % (
                test.name, test.filename, line, test.name.split(".")[-1], "".join(out)))

    def id(self):
        return self._test.name

    def __str__(self):
        *path, last = self._test.name.split(".")
        return "%s (%s)" % (last, ".".join(path))

    def shortDescription(self):
        return "Doctest: " + self._test.name


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, **options):
    """The docstrings of a module, of the caller's without one, as a suite of test cases."""
    if module is None:
        module = sys.modules[sys._getframe(1).f_globals["__name__"]]
    elif isinstance(module, str):
        module = __import__(module, fromlist=["*"])
    module = find_module(module)
    tests = (test_finder or DocTestFinder()).find(module, globs=globs, extraglobs=extraglobs)
    return unittest.TestSuite(_DocTestCase(test, **options) for test in sorted(tests) if test.examples)


def DocFileSuite(*paths, module_relative=True, package=None, globs=None, parser=DocTestParser(), encoding=None,
                 **options):
    """Text files as a suite of test cases, one for each file."""
    return unittest.TestSuite([
        _DocTestCase(_file_test(path, module_relative, package, globs, parser, encoding), **options)
        for path in paths])
