"""What CPython's suite expects of `test.support`, written from its documentation; only what the chosen files ask for.

A skip that begins with "implementation detail" is one the report puts aside: the test is about CPython itself.
"""

import contextlib
import functools
import gc
import io
import os
import platform
import struct
import sys
import time
import types
import unittest

verbose = 0
use_resources = ()
max_memuse = 0

MAX_Py_ssize_t = sys.maxsize
_1M = 1024 * 1024
_1G = 1024 * _1M
_2G = 2 * _1G
_4G = 4 * _1G
NHASHBITS = sys.hash_info.width
Py_DEBUG = hasattr(sys, "gettotalrefcount")
Py_TRACE_REFS = hasattr(sys, "getobjects")
Py_GIL_DISABLED = False
HAVE_DOCSTRINGS = True
HAVE_PY_DOCSTRINGS = True
MISSING_C_DOCSTRINGS = False
PGO = False
is_jython = False
is_android = False
is_apple = sys.platform == "darwin"
is_apple_mobile = False
is_emscripten = False
is_wasi = False
is_wasm32 = False
has_fork_support = hasattr(os, "fork")
has_subprocess_support = True
has_socket_support = True
linked_to_musl = lambda: False
SHORT_TIMEOUT = 30.0
LONG_TIMEOUT = 60.0
LOOPBACK_TIMEOUT = 10.0
unix_shell = "/bin/sh"


class Error(Exception):
    """The base of what the support modules raise."""


class TestFailed(Error):
    """A test failed."""


class TestDidNotRun(Error):
    """No test ran."""


class ResourceDenied(unittest.SkipTest):
    """The test wants something that this run does not offer."""


# Who the test is for.

def check_impl_detail(**guards):
    """Whether code guarded so is meant for this interpreter: by default, for CPython only."""
    default = not any(guards.values()) if guards else False
    return (guards or {"cpython": True}).get(platform.python_implementation().lower(), default)


def impl_detail(msg=None, **guards):
    """Skips a test of another implementation's details."""
    return unittest.skipUnless(check_impl_detail(**guards), "implementation detail: " + (msg or "of another one"))


def cpython_only(test):
    """Skips a test of CPython's details."""
    return impl_detail("CPython only")(test)


def refcount_test(test):
    """Marks a test that counts references."""
    return no_tracing(cpython_only(test))


def no_tracing(func):
    """Runs a test without a trace function."""
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        before = sys.gettrace()
        sys.settrace(None)
        try:
            return func(*args, **kwargs)
        finally:
            sys.settrace(before)
    return wrapper


def suppress_immortalization(suppress=True):
    """Only the free-threaded build keeps objects for ever."""
    return lambda test: test


def skip_if_pgo_task(test):
    """This is no run for a profile."""
    return test


def skip_on_s390x(test):
    """That machine's trouble is not asked about."""
    return test


def check_sanitizer(*, address=False, memory=False, ub=False, thread=False):
    """No sanitizer is built in."""
    return False


def skip_if_sanitizer(reason=None, *, address=False, memory=False, ub=False, thread=False):
    """No sanitizer is built in."""
    return lambda test: test


def is_resource_enabled(resource):
    """Whether tests may use the resource."""
    return resource in use_resources


def requires(resource, msg=None):
    """Skips unless the resource is enabled."""
    if not is_resource_enabled(resource):
        raise ResourceDenied(msg or f"resource {resource!r} is not enabled")


def requires_resource(resource):
    """Skips a test that wants a resource."""
    return unittest.skipUnless(is_resource_enabled(resource), f"resource {resource!r} is not enabled")


def requires_mac_ver(*least):
    """There is no question of a version of macOS here."""
    return lambda test: test


def requires_fork():
    return unittest.skipUnless(has_fork_support, "requires os.fork")


def requires_subprocess():
    return unittest.skipUnless(has_subprocess_support, "requires subprocesses")


def requires_working_socket(*, module=False):
    """Skips without sockets."""
    return None if module else unittest.skipUnless(has_socket_support, "requires sockets")


def requires_IEEE_754(test):
    """Skips unless floats are those of IEEE 754."""
    return unittest.skipUnless(float.__getformat__("double").startswith("IEEE"), "requires IEEE 754 doubles")(test)


def requires_docstrings(test):
    """Skips without docstrings."""
    return unittest.skipUnless(HAVE_DOCSTRINGS, "requires docstrings")(test)


def requires_zlib(reason="requires zlib"):
    try:
        import zlib
    except ImportError:
        zlib = None
    return unittest.skipUnless(zlib, reason)


def requires_limited_api(test):
    return cpython_only(test)


def bigmemtest(size, memuse, dry_run=True):
    """A test for much memory; without a budget it runs once with little, if it may."""
    def decorator(func):
        @functools.wraps(func)
        def wrapper(self):
            if not dry_run:
                raise unittest.SkipTest("not enough memory granted")
            return func(self, 5147)
        wrapper.size = size
        wrapper.memuse = memuse
        return wrapper
    return decorator


def bigaddrspacetest(func):
    """A test that fills the address space."""
    return unittest.skip("not enough memory granted")(func)


def get_attribute(holder, name):
    """The attribute, or a skip."""
    try:
        return getattr(holder, name)
    except AttributeError:
        raise unittest.SkipTest(f"object {holder!r} has no attribute {name!r}")


# Streams, attributes and settings, for a while.

@contextlib.contextmanager
def captured_output(name):
    """Has sys.NAME write into a string."""
    before = getattr(sys, name)
    setattr(sys, name, io.StringIO())
    try:
        yield getattr(sys, name)
    finally:
        setattr(sys, name, before)


def captured_stdout():
    return captured_output("stdout")


def captured_stderr():
    return captured_output("stderr")


def captured_stdin():
    return captured_output("stdin")


@contextlib.contextmanager
def swap_attr(holder, name, new):
    """Sets an attribute for a while."""
    missing = object()
    before = getattr(holder, name, missing)
    setattr(holder, name, new)
    try:
        yield None if before is missing else before
    finally:
        if before is not missing:
            setattr(holder, name, before)
        elif hasattr(holder, name):
            delattr(holder, name)


@contextlib.contextmanager
def swap_item(holder, key, new):
    """Sets an item for a while."""
    missing = object()
    before = holder[key] if key in holder else missing
    holder[key] = new
    try:
        yield None if before is missing else before
    finally:
        if before is not missing:
            holder[key] = before
        elif key in holder:
            del holder[key]


@contextlib.contextmanager
def disable_gc():
    """Keeps the collector off for a while."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def gc_collect():
    """Collects what can be collected, and what that frees."""
    for _ in range(3):
        gc.collect()


@contextlib.contextmanager
def adjust_int_max_str_digits(max_digits):
    """Limits the digits of int(str) and str(int) for a while."""
    before = sys.get_int_max_str_digits()
    try:
        sys.set_int_max_str_digits(max_digits)
        yield
    finally:
        sys.set_int_max_str_digits(before)


def get_recursion_depth():
    """How many frames are below the caller's."""
    frame = sys._getframe(1)
    depth = 0
    while frame is not None:
        depth += 1
        frame = frame.f_back
    return depth


@contextlib.contextmanager
def set_recursion_limit(limit):
    """Sets the limit of recursion for a while."""
    before = sys.getrecursionlimit()
    try:
        sys.setrecursionlimit(limit)
        yield
    finally:
        sys.setrecursionlimit(before)


def infinite_recursion(max_depth=None):
    """Grants `max_depth` frames more than there are now, for a test of endless recursion."""
    if max_depth is None:
        max_depth = 20_000
    elif max_depth < 3:
        raise ValueError(f"max_depth must be at least 3, got {max_depth}")
    return set_recursion_limit(max(get_recursion_depth() - 1, 1) + max_depth)


def get_c_recursion_limit():
    """How deep native code surely goes."""
    return 10_000


def exceeds_recursion_limit():
    """A depth that no limit grants."""
    return get_c_recursion_limit() * 10


def setswitchinterval(interval):
    sys.setswitchinterval(interval)


def run_with_locale(category, *locales):
    """Runs a test under the first locale there is; without one it is skipped, unless `""` is among them."""
    def decorator(func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            try:
                import locale
            except ImportError:
                raise unittest.SkipTest("requires locale")
            number = getattr(locale, category)
            before = locale.setlocale(number)
            for name in locales:
                try:
                    locale.setlocale(number, name)
                    break
                except locale.Error:
                    pass
            else:
                if "" not in locales:
                    raise unittest.SkipTest(f"no locales {locales}")
            try:
                return func(*args, **kwargs)
            finally:
                locale.setlocale(number, before)
        return wrapper
    return decorator


class SuppressCrashReport:
    """No crash is reported by a window here."""

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        pass


class CPUStopwatch:
    """Measures the processor's time of a block."""

    clock_info = types.SimpleNamespace(resolution=1e-9)

    def __enter__(self):
        self.start = time.process_time()
        self.stop = None
        return self

    def __exit__(self, *exc):
        self.stop = time.process_time()

    @property
    def seconds(self):
        return (self.stop or time.process_time()) - self.start


class catch_unraisable_exception:
    """Keeps the last exception that nobody could raise, in `unraisable`."""

    def __init__(self):
        self.unraisable = None
        self._before = None

    def _hook(self, unraisable):
        self.unraisable = unraisable

    def __enter__(self):
        self._before = sys.unraisablehook
        sys.unraisablehook = self._hook
        return self

    def __exit__(self, *exc):
        sys.unraisablehook = self._before
        del self.unraisable


_COLOURS = ("FORCE_COLOR", "NO_COLOR", "PYTHON_COLORS")


@contextlib.contextmanager
def no_color():
    """Keeps output free of colours for a while."""
    from .os_helper import EnvironmentVarGuard

    with EnvironmentVarGuard() as environment:
        for name in _COLOURS:
            environment.unset(name)
        environment.set("NO_COLOR", "1")
        yield


def force_not_colorized(func):
    """Runs a test without colours."""
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        with no_color():
            return func(*args, **kwargs)
    return wrapper


def force_not_colorized_test_class(cls):
    """Runs a class of tests without colours."""
    before = cls.setUpClass

    @classmethod
    def setUpClass(cls):
        cls.enterClassContext(no_color())
        before.__func__(cls)

    cls.setUpClass = setUpClass
    return cls


# Things to check, and to check with.

class _AlwaysEqual:
    """Equal to everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False


class _NeverEqual:
    """Equal to nothing."""

    def __eq__(self, other):
        return False

    def __ne__(self, other):
        return True

    def __hash__(self):
        return 1


@functools.total_ordering
class _Largest:
    """Greater than everything but itself."""

    def __eq__(self, other):
        return isinstance(other, _Largest)

    def __lt__(self, other):
        return False


@functools.total_ordering
class _Smallest:
    """Less than everything but itself."""

    def __eq__(self, other):
        return isinstance(other, _Smallest)

    def __gt__(self, other):
        return False


ALWAYS_EQ = _AlwaysEqual()
NEVER_EQ = _NeverEqual()
LARGEST = _Largest()
SMALLEST = _Smallest()


class BrokenIter:
    """Raises ZeroDivisionError where it is told to."""

    def __init__(self, init_raises=False, next_raises=False, iter_raises=False):
        if init_raises:
            1 / 0
        self.next_raises = next_raises
        self.iter_raises = iter_raises

    def __next__(self):
        if self.next_raises:
            1 / 0

    def __iter__(self):
        if self.iter_raises:
            1 / 0
        return self


def sortdict(mapping):
    """The dict's repr with its items sorted."""
    return "{" + ", ".join("%r: %r" % pair for pair in sorted(mapping.items())) + "}"


def run_code(code, extra_names=None):
    """Runs the text, and gives what it defines."""
    import textwrap

    names = dict(extra_names or {})
    exec(textwrap.dedent(code), names)
    return names


def check_syntax_error(testcase, statement, errtext="", *, lineno=None, offset=None):
    """The statement is no Python, in these words and at this place."""
    with testcase.assertRaisesRegex(SyntaxError, errtext) as caught:
        compile(statement, "<test string>", "exec")
    error = caught.exception
    testcase.assertIsNotNone(error.lineno)
    if lineno is not None:
        testcase.assertEqual(error.lineno, lineno)
    testcase.assertIsNotNone(error.offset)
    if offset is not None:
        testcase.assertEqual(error.offset, offset)


def check_free_after_iterating(test, iter, cls, args=()):
    """An iterator that has come to its end lets go of what it went over."""
    freed = False

    class Watched(cls):
        def __del__(self):
            nonlocal freed
            freed = True
            try:
                next(iterator)
            except StopIteration:
                pass

    iterator = iter(Watched(*args))
    test.assertRaises(StopIteration, next, iterator)
    gc_collect()
    test.assertTrue(freed)


def check_disallow_instantiation(testcase, tp, *args, **kwds):
    """The type makes no instances when it is called."""
    import re

    module = "" if tp.__module__ == "builtins" else re.escape(tp.__module__) + r"\."
    name = f"{module}{re.escape(tp.__name__)}|{re.escape(tp.__name__)}"
    with testcase.assertRaisesRegex(TypeError, f"cannot create '({name})' instances"):
        tp(*args, **kwds)


def check_sizeof(test, value, size):
    """Sizes of objects are each implementation's own."""
    raise unittest.SkipTest("implementation detail: sizes of objects")


def calcobjsize(fmt):
    return struct.calcsize("nP" + fmt + "0n")


def calcvobjsize(fmt):
    return struct.calcsize("nPn" + fmt + "0n")


def collision_stats(nbins, nballs):
    """The mean and the deviation of the collisions when balls fall into bins."""
    n, k = nbins, nballs
    empty = (1 - 1 / n) ** k
    both = (1 - 2 / n) ** k
    mean = k - n * (1 - empty)
    variance = n * (n - 1) * both + n * empty - (n * empty) ** 2
    return mean, max(variance, 0.0) ** 0.5


def maybe_get_event_loop_policy():
    """The policy of event loops, if one was set."""
    import asyncio

    events = getattr(asyncio, "events", None)
    return getattr(events, "_event_loop_policy", None)


def run_in_subinterp(code):
    raise unittest.SkipTest("implementation detail: interpreters within a process")


def wait_process(pid, *, exitcode, timeout=None):
    """Waits for a child, which ends so."""
    _, status = os.waitpid(pid, 0)
    code = os.waitstatus_to_exitcode(status)
    if code != exitcode:
        raise AssertionError(f"process {pid} exited with code {code}, but exit code {exitcode} is expected")


def reap_children():
    """Waits for what children have ended."""
    while True:
        try:
            if os.waitpid(-1, os.WNOHANG)[0] == 0:
                break
        except OSError:
            break


def sleeping_retry(timeout, err_msg=None, /, *, init_delay=0.010, max_delay=1.0, error=True):
    """Goes round, with pauses, until the time is over."""
    end = time.monotonic() + timeout
    delay = init_delay
    while True:
        yield
        if time.monotonic() >= end:
            break
        time.sleep(delay)
        delay = min(delay * 2, max_delay)
    if error:
        raise AssertionError(err_msg or f"timeout ({timeout} seconds)")


def iter_builtin_types():
    """The types among the built-in names and in `types`."""
    import builtins

    seen = set()
    for value in (*vars(builtins).values(), *vars(types).values()):
        if isinstance(value, type) and value.__module__ == "builtins" and value not in seen:
            seen.add(value)
            yield value


def iter_slot_wrappers(cls):
    """The names of the special methods that are slots, and whether they are the class's own."""
    kind = type(object.__repr__)
    for name in dir(cls):
        if name.startswith("__") and isinstance(getattr(cls, name), kind):
            yield name, name in vars(cls)


def darwin_malloc_err_warning(test_name):
    """Nothing to tell: it is about the allocator of macOS."""
