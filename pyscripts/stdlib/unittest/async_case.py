"""Test cases whose tests are coroutines."""

import asyncio
import contextvars
import inspect

from .case import TestCase

__unittest = True


class IsolatedAsyncioTestCase(TestCase):
    """Each test runs in an event loop of its own."""

    loop_factory = None

    def __init__(self, methodName="runTest"):
        super().__init__(methodName)
        self._asyncioRunner = None
        self._asyncioTestContext = contextvars.copy_context()

    async def asyncSetUp(self):
        """Called before each test, in the loop."""

    async def asyncTearDown(self):
        """Called after each test, in the loop."""

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        """Have a coroutine function called when the test is done."""
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        """Enter a context that is left when the test is done."""
        cls = type(cm)
        try:
            enter, leave = cls.__aenter__, cls.__aexit__
        except AttributeError:
            raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the asynchronous "
                            "context manager protocol") from None
        value = await enter(cm)
        self.addAsyncCleanup(leave, cm, None, None, None)
        return value

    def _callSetUp(self):
        self._asyncioRunner.get_loop()
        self._asyncioTestContext.run(self.setUp)
        self._run_in_loop(self.asyncSetUp)

    def _callTestMethod(self, method):
        self._run_in_loop(method)

    def _callTearDown(self):
        self._run_in_loop(self.asyncTearDown)
        self._asyncioTestContext.run(self.tearDown)

    def _callCleanup(self, function, *args, **kwargs):
        self._run_in_loop(function, *args, **kwargs)

    def _run_in_loop(self, func, /, *args, **kwargs):
        if inspect.iscoroutinefunction(func):
            return self._asyncioRunner.run(func(*args, **kwargs), context=self._asyncioTestContext)
        return self._asyncioTestContext.run(func, *args, **kwargs)

    def run(self, result=None):
        """Run the test."""
        with asyncio.Runner(debug=False, loop_factory=self.loop_factory) as runner:
            self._asyncioRunner = runner
            try:
                return super().run(result)
            finally:
                self._asyncioRunner = None

    def debug(self):
        """Run the test, and let errors through."""
        with asyncio.Runner(debug=False, loop_factory=self.loop_factory) as runner:
            self._asyncioRunner = runner
            try:
                super().debug()
            finally:
                self._asyncioRunner = None
