"""Finding tests: in classes, modules, names and folders."""

import fnmatch
import functools
import importlib
import os
import re
import sys
import traceback
import types

from . import case, suite, util

__unittest = True

VALID_MODULE_NAME = re.compile(r"[_a-z]\w*\.py$", re.IGNORECASE)


class _FailedTest(case.TestCase):
    """Stands for a test that could not be loaded."""

    _testMethodName = None

    def __init__(self, method_name, exception):
        self._exception = exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

        def test_failure():
            raise self._exception
        return test_failure


def _make_failed_import_test(name, suite_class):
    message = "Failed to import test module: %s\n%s" % (name, traceback.format_exc())
    return _make_failed_test(name, ImportError(message), suite_class, message)


def _make_failed_test(name, exception, suite_class, message):
    return suite_class((_FailedTest(name, exception),)), message


def _make_skipped_test(name, exception, suite_class):
    @case.skip(str(exception))
    def skipped(self):
        pass
    cls = type("ModuleSkipped", (case.TestCase,), {name: skipped})
    return suite_class((cls(name),))


class TestLoader:
    """Finds tests and makes suites of them."""

    testMethodPrefix = "test"
    testNamePatterns = None
    suiteClass = suite.TestSuite
    _top_level_dir = None

    def __init__(self):
        self.errors = []

    @staticmethod
    def sortTestMethodsUsing(first, second):
        """The order of the methods of a class."""
        return (first > second) - (first < second)

    def loadTestsFromTestCase(self, testCaseClass):
        """The tests of a class."""
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError("Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?")
        if testCaseClass in (case.TestCase, case.FunctionTestCase):
            names = []
        else:
            names = self.getTestCaseNames(testCaseClass)
            if not names and hasattr(testCaseClass, "runTest"):
                names = ["runTest"]
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        """The tests of a module."""
        tests = [self.loadTestsFromTestCase(obj) for obj in (getattr(module, name) for name in dir(module))
                 if isinstance(obj, type) and issubclass(obj, case.TestCase)
                 and obj not in (case.TestCase, case.FunctionTestCase)]
        tests = self.suiteClass(tests)
        load_tests = getattr(module, "load_tests", None)
        if load_tests is not None:
            try:
                return load_tests(self, tests, pattern)
            except Exception as error:
                message = "Failed to call load_tests:\n%s" % traceback.format_exc()
                failed, message = _make_failed_test(module.__name__, error, self.suiteClass, message)
                self.errors.append(message)
                return failed
        return tests

    def loadTestsFromName(self, name, module=None):
        """The tests of a module, a class, a method or a function, by its name with dots."""
        parts = name.split(".")
        failed, message = None, None
        if module is None:
            rest = parts[:]
            while rest:
                module_name = ".".join(rest)
                try:
                    module = importlib.import_module(module_name)
                    break
                except ImportError:
                    last = rest.pop()
                    failed, message = _make_failed_import_test(last, self.suiteClass)
                    if not rest:
                        self.errors.append(message)
                        return failed
            parts = parts[1:] if len(rest) == 1 else parts[len(rest):]
        obj = parent = module
        for part in parts:
            try:
                parent, obj = obj, getattr(obj, part)
            except AttributeError as error:
                if getattr(obj, "__path__", None) is not None and failed is not None:
                    self.errors.append(message)
                    return failed
                failed, message = _make_failed_test(
                    part, error, self.suiteClass, "Failed to access attribute:\n%s" % traceback.format_exc())
                self.errors.append(message)
                return failed
        return self._tests_of(obj, parent, parts)

    def _tests_of(self, obj, parent, parts):
        if isinstance(obj, types.ModuleType):
            return self.loadTestsFromModule(obj)
        if isinstance(obj, type) and issubclass(obj, case.TestCase) and \
                obj not in (case.TestCase, case.FunctionTestCase):
            return self.loadTestsFromTestCase(obj)
        if isinstance(obj, types.FunctionType) and isinstance(parent, type) and issubclass(parent, case.TestCase):
            name = parts[-1]
            instance = parent(name)
            if not isinstance(getattr(instance, name), types.FunctionType):
                return suite.TestSuite([instance])
        elif isinstance(obj, suite.TestSuite):
            return obj
        if callable(obj):
            test = obj()
            if isinstance(test, suite.TestSuite):
                return test
            if isinstance(test, case.TestCase):
                return self.suiteClass([test])
            raise TypeError("calling %s returned %s, not a test" % (obj, test))
        raise TypeError("don't know how to make test from: %s" % obj)

    def loadTestsFromNames(self, names, module=None):
        """The tests of several names."""
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def getTestCaseNames(self, testCaseClass):
        """The names of the class's methods that are tests."""
        def is_test(name):
            if not name.startswith(self.testMethodPrefix) or not callable(getattr(testCaseClass, name)):
                return False
            full = f"{testCaseClass.__module__}.{testCaseClass.__qualname__}.{name}"
            patterns = self.testNamePatterns
            return patterns is None or any(fnmatch.fnmatchcase(full, pattern) for pattern in patterns)

        names = [name for name in dir(testCaseClass) if is_test(name)]
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    def discover(self, start_dir, pattern="test*.py", top_level_dir=None):
        """The tests of the modules in a folder and in its packages."""
        before = self._top_level_dir
        given = top_level_dir is not None
        top = os.path.abspath(top_level_dir if given else before or start_dir)
        if not os.path.isdir(os.path.abspath(start_dir)):
            try:
                module = importlib.import_module(start_dir)
                start_dir = os.path.dirname(os.path.abspath(module.__file__))
            except (ImportError, TypeError, AttributeError):
                raise ImportError(f"Start directory is not importable: {start_dir!r}") from None
            if not given:
                top = start_dir
                for _ in module.__name__.split("."):
                    top = os.path.dirname(top)
        start_dir = os.path.abspath(start_dir)
        if start_dir != top and not os.path.isfile(os.path.join(start_dir, "__init__.py")):
            raise ImportError("Start directory is not importable: %r" % start_dir)
        if top not in sys.path:
            sys.path.insert(0, top)
        self._top_level_dir = top
        try:
            return self.suiteClass(list(self._find_tests(start_dir, pattern)))
        finally:
            self._top_level_dir = before

    def _name_from_path(self, path):
        path = os.path.splitext(os.path.normpath(path))[0]
        if path == self._top_level_dir:
            return "."
        return os.path.relpath(path, self._top_level_dir).replace(os.path.sep, ".")

    def _find_tests(self, folder, pattern):
        for name in sorted(os.listdir(folder)):
            path = os.path.join(folder, name)
            if os.path.isfile(path):
                if VALID_MODULE_NAME.match(name) and fnmatch.fnmatch(name, pattern):
                    tests = self._load_file(path, pattern)
                    if tests is not None:
                        yield tests
            elif os.path.isfile(os.path.join(path, "__init__.py")):
                module_name = self._name_from_path(path)
                try:
                    package = importlib.import_module(module_name)
                except case.SkipTest as error:
                    yield _make_skipped_test(module_name, error, self.suiteClass)
                    continue
                except Exception:
                    failed, message = _make_failed_import_test(module_name, self.suiteClass)
                    self.errors.append(message)
                    yield failed
                    continue
                if getattr(package, "load_tests", None) is not None:
                    yield self.loadTestsFromModule(package, pattern=pattern)
                else:
                    yield from self._find_tests(path, pattern)

    def _load_file(self, path, pattern):
        name = self._name_from_path(path)
        try:
            module = importlib.import_module(name)
        except case.SkipTest as error:
            return _make_skipped_test(name, error, self.suiteClass)
        except Exception:
            failed, message = _make_failed_import_test(name, self.suiteClass)
            self.errors.append(message)
            return failed
        return self.loadTestsFromModule(module, pattern=pattern)


defaultTestLoader = TestLoader()
