"""Helpers for `with` statements: context managers from generators, stacks of them, and small ready-made ones."""

import os
import sys
from abc import ABC, abstractmethod
from types import GenericAlias, MethodType

__all__ = [
    "asynccontextmanager", "contextmanager", "closing", "nullcontext", "AbstractContextManager",
    "AbstractAsyncContextManager", "AsyncExitStack", "ContextDecorator", "AsyncContextDecorator", "ExitStack",
    "redirect_stdout", "redirect_stderr", "suppress", "aclosing", "chdir",
]


def _check_methods(cls, *methods):
    """True if `cls` defines all of `methods`, none of them as None; else NotImplemented."""
    for method in methods:
        for base in cls.__mro__:
            if method in base.__dict__:
                if base.__dict__[method] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


class AbstractContextManager(ABC):
    """What a `with` statement needs."""

    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    def __enter__(self):
        """The value for `as`: the manager itself."""
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        """Leave; a true result means that the exception is dealt with."""
        return None

    @classmethod
    def __subclasshook__(cls, C):
        return _check_methods(C, "__enter__", "__exit__") if cls is AbstractContextManager else NotImplemented


class AbstractAsyncContextManager(ABC):
    """What an `async with` statement needs."""

    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    async def __aenter__(self):
        """The value for `as`: the manager itself."""
        return self

    @abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        """Leave; a true result means that the exception is dealt with."""
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is not AbstractAsyncContextManager:
            return NotImplemented
        return _check_methods(C, "__aenter__", "__aexit__")


class ContextDecorator:
    """Lets a context manager decorate functions, which then run inside it."""

    def _recreate_cm(self):
        """The manager for one call: by default always the same."""
        return self

    def __call__(self, func):
        from functools import wraps

        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)

        return inner


class AsyncContextDecorator:
    """Lets an asynchronous context manager decorate coroutine functions."""

    def _recreate_cm(self):
        """The manager for one call: by default always the same."""
        return self

    def __call__(self, func):
        from functools import wraps

        @wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)

        return inner


# Managers from generators.


class _GeneratorManager:
    """What the managers made of generators share: the generator and how to make it again."""

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        doc = getattr(func, "__doc__", None)
        self.__doc__ = type(self).__doc__ if doc is None else doc

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)

    def _forget_arguments(self):
        # Only needed to make the manager again; they must not live as long as the block.
        del self.args, self.kwds, self.func


class _GeneratorContextManager(_GeneratorManager, AbstractContextManager, ContextDecorator):
    """Runs a generator up to its yield, and the rest at the end of the block."""

    def __enter__(self):
        self._forget_arguments()
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                self.gen.close()
        if value is None:
            value = typ()
        try:
            self.gen.throw(value)
        except StopIteration as stop:
            # The exception is dealt with, unless it is the one that was thrown in, passed through.
            return stop is not value
        except RuntimeError as error:
            return _passed_through(error, value, traceback, StopIteration)
        except BaseException as error:
            if error is not value:
                raise
            error.__traceback__ = traceback
            return False
        try:
            raise RuntimeError("generator didn't stop after throw()")
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(_GeneratorManager, AbstractAsyncContextManager, AsyncContextDecorator):
    """Runs an asynchronous generator up to its yield, and the rest at the end of the block."""

    async def __aenter__(self):
        self._forget_arguments()
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                await self.gen.aclose()
        if value is None:
            value = typ()
        try:
            await self.gen.athrow(value)
        except StopAsyncIteration as stop:
            return stop is not value
        except RuntimeError as error:
            return _passed_through(error, value, traceback, (StopIteration, StopAsyncIteration))
        except BaseException as error:
            if error is not value:
                raise
            error.__traceback__ = traceback
            return False
        try:
            raise RuntimeError("generator didn't stop after throw()")
        finally:
            await self.gen.aclose()


def _passed_through(error, value, traceback, stops):
    """False if the RuntimeError is only what a generator makes of the StopIteration thrown into it; else raise it."""
    if error is value:
        error.__traceback__ = traceback
        return False
    if isinstance(value, stops) and error.__cause__ is value:
        value.__traceback__ = traceback
        return False
    raise error


def contextmanager(func):
    """Make a generator function that yields once a function that returns context managers."""
    from functools import wraps

    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)

    return helper


def asynccontextmanager(func):
    """Make an asynchronous generator function that yields once a function that returns context managers."""
    from functools import wraps

    @wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)

    return helper


# Ready-made managers.


class closing(AbstractContextManager):
    """Closes a thing at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    """Awaits a thing's aclose() at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class _RedirectStream(AbstractContextManager):
    """Puts another file in the place of one of `sys`."""

    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        # A list, so that one manager can be entered again inside itself.
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    """Sends what is printed in the block to another file."""

    _stream = "stdout"


class redirect_stderr(_RedirectStream):
    """Sends what goes to stderr in the block to another file."""

    _stream = "stderr"


class suppress(AbstractContextManager):
    """Ends the block quietly at any of the given exceptions; of groups it takes those out."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        if exctype is None:
            return None
        if issubclass(exctype, self._exceptions):
            return True
        if issubclass(exctype, BaseExceptionGroup):
            match, rest = excinst.split(self._exceptions)
            if rest is None:
                return True
            raise rest
        return False


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """Does nothing; gives `enter_result`."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass


class chdir(AbstractContextManager):
    """Works in another folder during the block; of no use where threads or coroutines switch."""

    def __init__(self, path):
        self.path = path
        self._old_cwd = []

    def __enter__(self):
        self._old_cwd.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *excinfo):
        os.chdir(self._old_cwd.pop())


# Stacks of managers.


class _BaseExitStack:
    """The callbacks to run at the end, the latest first, as pairs (is it synchronous, callback)."""

    def __init__(self):
        from _collections import deque
        self._exit_callbacks = deque()

    def pop_all(self):
        """A new stack that takes all callbacks over."""
        new_stack = type(self)()
        new_stack._exit_callbacks = self._exit_callbacks
        self.__init__()
        return new_stack

    def push(self, exit):
        """Add a manager's __exit__, or any function of the same kind; returns what it got."""
        try:
            method = type(exit).__exit__
        except AttributeError:
            self._push_exit_callback(exit)
        else:
            self._push_exit_callback(MethodType(method, exit))
        return exit

    def enter_context(self, cm):
        """Enter a manager now and leave it at the end; returns what entering gave."""
        enter, exit = _methods_of(cm, "__enter__", "__exit__", "context manager")
        result = enter(cm)
        self._push_exit_callback(MethodType(exit, cm))
        return result

    def callback(self, callback, /, *args, **kwds):
        """Call a function with these arguments at the end; returns it."""
        def _exit_wrapper(exc_type, exc, tb):
            callback(*args, **kwds)
        _exit_wrapper.__wrapped__ = callback
        self._push_exit_callback(_exit_wrapper)
        return callback

    def _push_exit_callback(self, callback, is_sync=True):
        self._exit_callbacks.append((is_sync, callback))


def _methods_of(cm, enter, exit, kind):
    """The two methods of a manager's class; TypeError if it is no manager."""
    cls = type(cm)
    try:
        return getattr(cls, enter), getattr(cls, exit)
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does "
                        f"not support the {kind} protocol") from None


def _hang_on(new, old, outer):
    """Let the context of `new` end in `old`, as if the blocks had been nested.

    `outer` is the exception that was being handled before; where it shows up, the chain was set up by the callbacks'
    being called one after the other.
    """
    while True:
        context = new.__context__
        if context is None or context is old:
            return
        if context is outer:
            break
        new = context
    new.__context__ = old


class ExitStack(_BaseExitStack, AbstractContextManager):
    """Leaves at the end all managers that were entered on it, the latest first."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        exc = exc_details[1]
        had_exception = exc is not None
        outer = sys.exception()
        suppressed = False
        to_raise = False
        while self._exit_callbacks:
            _, callback = self._exit_callbacks.pop()
            try:
                if callback(*_details(exc)):
                    suppressed, to_raise, exc = True, False, None
            except BaseException as new:
                _hang_on(new, exc, outer)
                to_raise, exc = True, new
        if to_raise:
            _raise_with_context(exc)
        return had_exception and suppressed

    def close(self):
        """Leave everything now."""
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    """An exit stack for asynchronous managers and callbacks too."""

    async def enter_async_context(self, cm):
        """Enter an asynchronous manager now and leave it at the end."""
        enter, exit = _methods_of(cm, "__aenter__", "__aexit__", "asynchronous context manager")
        result = await enter(cm)
        self._push_exit_callback(MethodType(exit, cm), False)
        return result

    def push_async_exit(self, exit):
        """Add a manager's __aexit__, or any coroutine function of the same kind; returns what it got."""
        try:
            method = type(exit).__aexit__
        except AttributeError:
            self._push_exit_callback(exit, False)
        else:
            self._push_exit_callback(MethodType(method, exit), False)
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        """Await a coroutine function with these arguments at the end; returns it."""
        async def _exit_wrapper(exc_type, exc, tb):
            await callback(*args, **kwds)
        _exit_wrapper.__wrapped__ = callback
        self._push_exit_callback(_exit_wrapper, False)
        return callback

    async def aclose(self):
        """Leave everything now."""
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        exc = exc_details[1]
        had_exception = exc is not None
        outer = sys.exception()
        suppressed = False
        to_raise = False
        while self._exit_callbacks:
            is_sync, callback = self._exit_callbacks.pop()
            try:
                result = callback(*_details(exc))
                if not is_sync:
                    result = await result
                if result:
                    suppressed, to_raise, exc = True, False, None
            except BaseException as new:
                _hang_on(new, exc, outer)
                to_raise, exc = True, new
        if to_raise:
            _raise_with_context(exc)
        return had_exception and suppressed


def _details(exc):
    """The three arguments of __exit__ for an exception."""
    return (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)


def _raise_with_context(exc):
    """Raise an exception with the context it has, which raising would replace."""
    context = exc.__context__
    try:
        raise exc
    except BaseException:
        exc.__context__ = context
        raise
