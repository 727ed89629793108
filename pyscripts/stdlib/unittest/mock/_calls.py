"""Calls as mocks note them, and what is equal to anything."""


class _Any:
    """Equal to everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"


ANY = _Any()


def format_call(name, args, kwargs):
    """A call as it is written."""
    parts = [repr(arg) for arg in args]
    parts += ["%s=%r" % pair for pair in kwargs.items()]
    return "%s(%s)" % (name, ", ".join(parts))


class Call(tuple):
    """A call: (name, args, kwargs), or without the name."""

    def __new__(cls, value=(), name="", parent=None, two=False, from_kall=True):
        args, kwargs = (), {}
        for part in value:
            if isinstance(part, str):
                name = part
            elif isinstance(part, tuple):
                args = part
            else:
                kwargs = part
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    def _parts(self):
        return ("", *self) if len(self) == 2 else tuple(self)

    def __eq__(self, other):
        if other is ANY:
            return True
        try:
            length = len(other)
        except TypeError:
            return NotImplemented
        if not isinstance(other, tuple) or length > 3:
            return NotImplemented
        name, args, kwargs = self._parts()
        other_name, other_args, other_kwargs = Call(other)._parts() if not isinstance(other, Call) else other._parts()
        parents = getattr(self, "_mock_parent", None), getattr(other, "_mock_parent", None)
        if all(parents) and parents[0] != parents[1]:
            return False
        if name and other_name and name != other_name:
            return False
        # The other side goes first, so that ANY among its arguments is asked.
        return (other_args, other_kwargs) == (args, kwargs)

    __ne__ = object.__ne__
    __hash__ = None

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return Call(("", args, kwargs), name="()")
        return Call((self._mock_name, args, kwargs), name=self._mock_name + "()", parent=self)

    def __getattr__(self, attr):
        if attr.startswith("_mock_"):
            raise AttributeError(attr)
        if self._mock_name is None:
            return Call(name=attr, from_kall=False)
        return Call(name="%s.%s" % (self._mock_name, attr), parent=self, from_kall=False)

    def __getattribute__(self, attr):
        if attr in ("count", "index"):
            return self.__getattr__(attr)
        return tuple.__getattribute__(self, attr)

    @property
    def args(self):
        """The arguments by position."""
        return self[-2]

    @property
    def kwargs(self):
        """The arguments by name."""
        return self[-1]

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or "call"
            return name if name.startswith("call") else "call.%s" % name
        name, args, kwargs = self._parts()
        if not name:
            name = "call"
        elif not name.startswith("()"):
            name = "call.%s" % name
        else:
            name = "call%s" % name
        return format_call(name, args, kwargs)

    def call_list(self):
        """The calls of a chain of calls, from the first on."""
        calls = []
        call = self
        while call is not None:
            if call._mock_from_kall:
                calls.append(call)
            call = call._mock_parent
        return CallList(reversed(calls))


call = Call(from_kall=False)


class CallList(list):
    """Calls; several in a row are found in it."""

    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        length = len(value)
        return any(self[i:i + length] == value for i in range(len(self) - length + 1))

    def __repr__(self):
        import pprint
        return pprint.pformat(list(self))
