"""Context variables: values that belong to a task or thread, and contexts to run things in."""

import _thread
from collections.abc import Mapping
from types import GenericAlias

__all__ = ("Context", "ContextVar", "Token", "copy_context")

_thread_state = _thread._local()
_MISSING = object()


def _current():
    """This thread's context; a thread begins with an empty one."""
    try:
        return _thread_state.context
    except AttributeError:
        context = _thread_state.context = Context()
        return context


class Context(Mapping):
    """The values of context variables."""

    __slots__ = ("_values", "_entered", "_before", "__weakref__")

    def __init__(self):
        self._values = {}
        self._entered = False

    def run(self, callable, /, *args, **kwargs):
        """Call something within the context."""
        if self._entered:
            raise RuntimeError(f"cannot enter context: {self!r} is already entered")
        before = _current()
        self._entered = True
        _thread_state.context = self
        try:
            return callable(*args, **kwargs)
        finally:
            _thread_state.context = before
            self._entered = False

    def copy(self):
        """A context with the same values."""
        context = Context()
        context._values = self._values.copy()
        return context

    def __getitem__(self, var):
        _check(var)
        return self._values[var]

    def __contains__(self, var):
        _check(var)
        return var in self._values

    def get(self, var, default=None, /):
        _check(var)
        return self._values.get(var, default)

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def keys(self):
        return self._values.keys()

    def values(self):
        return self._values.values()

    def items(self):
        return self._values.items()

    def __eq__(self, other):
        return self._values == other._values if isinstance(other, Context) else NotImplemented

    __hash__ = None

    def __repr__(self):
        return f"<_contextvars.Context object at {id(self):#x}>"


def _check(var):
    if not isinstance(var, ContextVar):
        raise TypeError(f"a ContextVar key was expected, got {var!r}")


def copy_context():
    """A copy of the context that is current."""
    return _current().copy()


class ContextVar:
    """A variable with a value in each context."""

    __slots__ = ("_name", "_default", "__weakref__")

    def __init__(self, name, *, default=_MISSING):
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self._name = name
        self._default = default

    def __init_subclass__(cls):
        raise TypeError("type 'ContextVar' is not an acceptable base type")

    @property
    def name(self):
        return self._name

    def get(self, default=_MISSING, /):
        """The value in the current context; else the default given, else the variable's."""
        value = _current()._values.get(self, _MISSING)
        if value is not _MISSING:
            return value
        if default is not _MISSING:
            return default
        if self._default is not _MISSING:
            return self._default
        raise LookupError(self)

    def set(self, value, /):
        """Give a value in the current context; returns what `reset` takes to undo it."""
        context = _current()
        token = Token._make(context, self, context._values.get(self, Token.MISSING))
        context._values[self] = value
        return token

    def reset(self, token, /):
        """Undo a `set`."""
        if not isinstance(token, Token):
            raise TypeError(f"expected an instance of Token, got {token!r}")
        if token._used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token._var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        context = _current()
        if token._context is not context:
            raise ValueError(f"{token!r} was created in a different Context")
        token._used = True
        if token._old_value is Token.MISSING:
            del context._values[self]
        else:
            context._values[self] = token._old_value

    def __repr__(self):
        default = "" if self._default is _MISSING else f" default={self._default!r}"
        return f"<ContextVar name={self._name!r}{default} at {id(self):#x}>"

    __class_getitem__ = classmethod(GenericAlias)


class _Missing:
    def __repr__(self):
        return "<Token.MISSING>"


class Token:
    """What `ContextVar.set` has replaced."""

    __slots__ = ("_context", "_var", "_old_value", "_used")

    MISSING = _Missing()

    def __new__(cls):
        raise RuntimeError("Tokens can only be created by ContextVars")

    @classmethod
    def _make(cls, context, var, old_value):
        self = object.__new__(cls)
        self._context, self._var, self._old_value, self._used = context, var, old_value, False
        return self

    @property
    def var(self):
        return self._var

    @property
    def old_value(self):
        return self._old_value

    def __repr__(self):
        return f"<Token{' used' if self._used else ''} var={self._var!r} at {id(self):#x}>"

    __class_getitem__ = classmethod(GenericAlias)
    __hash__ = None
