"""A test case: a class whose methods are tests; leaving tests out, and how one test is run."""

import contextlib
import functools
import sys
import time
import types
import warnings

from . import result, util
from ._asserting import Assertions
from ._contexts import AssertRaisesContext as _AssertRaisesContext  # the name that programs know it by

__unittest = True

_subtest_msg_sentinel = object()  # a subtest that was given no message


class SkipTest(Exception):
    """Raised by a test that is to be left out."""


class _ShouldStop(Exception):
    """The test must not go on."""


class _Outcome:
    """What has become of the test that is running."""

    def __init__(self, result=None):
        self.expecting_failure = False
        self.result = result
        self.result_supports_subtests = hasattr(result, "addSubTest")
        self.success = True
        self.expectedFailure = None

    @contextlib.contextmanager
    def testPartExecutor(self, test_case, subTest=False):
        before = self.success
        self.success = True
        try:
            yield
        except KeyboardInterrupt:
            raise
        except SkipTest as error:
            self.success = False
            _add_skip(self.result, test_case, str(error))
        except _ShouldStop:
            pass
        except BaseException:
            info = sys.exc_info()
            if self.expecting_failure:
                self.expectedFailure = info
            else:
                self.success = False
                if subTest:
                    self.result.addSubTest(test_case.test_case, test_case, info)
                else:
                    _add_error(self.result, test_case, info)
            # The traceback refers to this frame, and so the two would keep each other.
            info = None
        else:
            if subTest and self.success:
                self.result.addSubTest(test_case.test_case, test_case, None)
        finally:
            self.success = self.success and before


def _add_skip(result, test_case, reason):
    add = getattr(result, "addSkip", None)
    if add is None:
        result.addSuccess(test_case)
    else:
        add(test_case, reason)


def _add_error(result, test, info):
    if result is not None and info is not None:
        if issubclass(info[0], test.failureException):
            result.addFailure(test, info)
        else:
            result.addError(test, info)


def _enter_context(manager, add_cleanup):
    cls = type(manager)
    try:
        enter, leave = cls.__enter__, cls.__exit__
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the context manager protocol"
                        ) from None
    value = enter(manager)
    add_cleanup(leave, manager, None, None, None)
    return value


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    """Have a function called when the module's tests are done."""
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    """Enter a context that is left when the module's tests are done."""
    return _enter_context(cm, addModuleCleanup)


def doModuleCleanups():
    """Call what is to be called when the module's tests are done."""
    errors = []
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as error:
            errors.append(error)
    if errors:
        raise errors[0]


def skip(reason):
    """Leave the decorated test out."""
    def decorator(test):
        if not isinstance(test, type):
            @functools.wraps(test)
            def wrapper(*args, **kwargs):
                raise SkipTest(reason)
            test = wrapper
        test.__unittest_skip__ = True
        test.__unittest_skip_why__ = reason
        return test
    if isinstance(reason, types.FunctionType):
        test, reason = reason, ""
        return decorator(test)
    return decorator


def _as_it_is(obj):
    return obj


def skipIf(condition, reason):
    """Leave the decorated test out if the condition holds."""
    return skip(reason) if condition else _as_it_is


def skipUnless(condition, reason):
    """Leave the decorated test out unless the condition holds."""
    return _as_it_is if condition else skip(reason)


def expectedFailure(test):
    """The decorated test is to fail."""
    test.__unittest_expecting_failure__ = True
    return test


class TestCase(Assertions):
    """A class whose methods named `test...` are tests."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    _classSetupFailed = False
    _class_cleanups = ()

    def __init_subclass__(cls, *args, **kwargs):
        cls._classSetupFailed = False
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._outcome = None
        self._testMethodDoc = "No test"
        try:
            method = getattr(self, methodName)
        except AttributeError:
            if methodName != "runTest":
                raise ValueError(f"no such test method in {self.__class__}: {methodName}") from None
        else:
            self._testMethodDoc = method.__doc__
        self._cleanups = []
        self._subtest = None
        self._type_equality_funcs = {
            dict: "assertDictEqual", list: "assertListEqual", tuple: "assertTupleEqual", set: "assertSetEqual",
            frozenset: "assertSetEqual", str: "assertMultiLineEqual",
        }

    def addTypeEqualityFunc(self, typeobj, function):
        """Have `assertEqual` compare two objects of that type with the function."""
        self._type_equality_funcs[typeobj] = function

    # What is to be done afterwards.

    def addCleanup(self, function, /, *args, **kwargs):
        """Have a function called when the test is done."""
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        """Enter a context that is left when the test is done."""
        return _enter_context(cm, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        """Have a function called when the class's tests are done."""
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        """Enter a context that is left when the class's tests are done."""
        return _enter_context(cm, cls.addClassCleanup)

    def setUp(self):
        """Called before each test."""

    def tearDown(self):
        """Called after each test."""

    @classmethod
    def setUpClass(cls):
        """Called before the class's first test."""

    @classmethod
    def tearDownClass(cls):
        """Called after the class's last test."""

    # What a test is called.

    def countTestCases(self):
        """One."""
        return 1

    def defaultTestResult(self):
        """What collects the result, if nothing else is given."""
        return result.TestResult()

    def shortDescription(self):
        """The first line of the method's docstring."""
        doc = self._testMethodDoc
        return doc.strip().split("\n")[0].strip() if doc else None

    def id(self):
        """The test's full name."""
        return "%s.%s" % (util.strclass(self.__class__), self._testMethodName)

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return "%s (%s.%s)" % (self._testMethodName, util.strclass(self.__class__), self._testMethodName)

    def __repr__(self):
        return "<%s testMethod=%s>" % (util.strclass(self.__class__), self._testMethodName)

    # Running.

    @contextlib.contextmanager
    def subTest(self, msg=_subtest_msg_sentinel, **params):
        """A part of the test that may fail without ending it."""
        if self._outcome is None or not self._outcome.result_supports_subtests:
            yield
            return
        parent = self._subtest
        if parent is not None:
            params = {**parent.params, **params}
        self._subtest = _SubTest(self, msg, params)
        try:
            with self._outcome.testPartExecutor(self._subtest, subTest=True):
                yield
            if not self._outcome.success:
                if self._outcome.result is not None and self._outcome.result.failfast:
                    raise _ShouldStop
            elif self._outcome.expectedFailure:
                raise _ShouldStop
        finally:
            self._subtest = parent

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        if method() is not None:
            warnings.warn(f"It is deprecated to return a value that is not None from a test case ({method})",
                          DeprecationWarning, stacklevel=3)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, *args, **kwargs):
        function(*args, **kwargs)

    def __skipped(self, method):
        for holder in (self.__class__, method):
            if getattr(holder, "__unittest_skip__", False):
                return (getattr(self.__class__, "__unittest_skip_why__", "")
                        or getattr(method, "__unittest_skip_why__", ""))
        return None

    def run(self, result=None):
        """Run the test."""
        stop_run = None
        if result is None:
            result = self.defaultTestResult()
            getattr(result, "startTestRun", lambda: None)()
            stop_run = getattr(result, "stopTestRun", None)
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            reason = self.__skipped(method)
            if reason is not None:
                _add_skip(result, self, reason)
            else:
                self.__run(result, method)
            return result
        finally:
            result.stopTest(self)
            if stop_run is not None:
                stop_run()

    def __run(self, result, method):
        expecting = getattr(self, "__unittest_expecting_failure__", False) or \
            getattr(method, "__unittest_expecting_failure__", False)
        outcome = self._outcome = _Outcome(result)
        start = time.perf_counter()
        try:
            with outcome.testPartExecutor(self):
                self._callSetUp()
            if outcome.success:
                outcome.expecting_failure = expecting
                with outcome.testPartExecutor(self):
                    self._callTestMethod(method)
                outcome.expecting_failure = False
                with outcome.testPartExecutor(self):
                    self._callTearDown()
            self.doCleanups()
            add_duration = getattr(result, "addDuration", None)
            if add_duration is not None:
                add_duration(self, time.perf_counter() - start)
            if outcome.success:
                if not expecting:
                    result.addSuccess(self)
                elif outcome.expectedFailure:
                    result.addExpectedFailure(self, outcome.expectedFailure)
                else:
                    result.addUnexpectedSuccess(self)
        finally:
            outcome.expectedFailure = None
            self._outcome = None

    def doCleanups(self):
        """Call what is to be called when the test is done."""
        outcome = self._outcome or _Outcome()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            with outcome.testPartExecutor(self):
                self._callCleanup(function, *args, **kwargs)
        return outcome.success

    @classmethod
    def doClassCleanups(cls):
        """Call what is to be called when the class's tests are done."""
        cls.tearDown_exceptions = []
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            try:
                function(*args, **kwargs)
            except Exception:
                cls.tearDown_exceptions.append(sys.exc_info())

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Run the test, and let errors through."""
        method = getattr(self, self._testMethodName)
        reason = self.__skipped(method)
        if reason is not None:
            raise SkipTest(reason)
        self._callSetUp()
        self._callTestMethod(method)
        self._callTearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._callCleanup(function, *args, **kwargs)

    def skipTest(self, reason):
        """Leave this test out."""
        raise SkipTest(reason)


class FunctionTestCase(TestCase):
    """A function as a test."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._setUpFunc = setUp
        self._tearDownFunc = tearDown
        self._testFunc = testFunc
        self._description = description

    def setUp(self):
        if self._setUpFunc is not None:
            self._setUpFunc()

    def tearDown(self):
        if self._tearDownFunc is not None:
            self._tearDownFunc()

    def runTest(self):
        """The function."""
        self._testFunc()

    def id(self):
        return self._testFunc.__name__

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return (self._setUpFunc, self._tearDownFunc, self._testFunc, self._description) == (
            other._setUpFunc, other._tearDownFunc, other._testFunc, other._description)

    def __hash__(self):
        return hash((type(self), self._setUpFunc, self._tearDownFunc, self._testFunc, self._description))

    def __str__(self):
        return "%s (%s)" % (util.strclass(self.__class__), self._testFunc.__name__)

    def __repr__(self):
        return "<%s tec=%s>" % (util.strclass(self.__class__), self._testFunc)

    def shortDescription(self):
        if self._description is not None:
            return self._description
        doc = self._testFunc.__doc__
        return doc and doc.split("\n")[0].strip() or None


class _SubTest(TestCase):
    """A part of a test, as it is reported."""

    def __init__(self, test_case, message, params):
        super().__init__()
        self._message = message
        self.test_case = test_case
        self.params = params
        self.failureException = test_case.failureException

    def runTest(self):
        raise NotImplementedError("subtests cannot be run directly")

    def _description_of_parts(self):
        parts = []
        if self._message is not _subtest_msg_sentinel:
            parts.append("[{}]".format(self._message))
        if self.params:
            parts.append("({})".format(", ".join(f"{name}={value!r}" for name, value in self.params.items())))
        return " ".join(parts) or "(<subtest>)"

    def id(self):
        return f"{self.test_case.id()} {self._description_of_parts()}"

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f"{self.test_case} {self._description_of_parts()}"
