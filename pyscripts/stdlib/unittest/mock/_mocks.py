"""The stand-ins: `Mock`, `MagicMock` and their kin."""

import functools
import inspect
import types
from inspect._kinds import _is_coroutine_mark

from ._asserts import CallAssertions
from ._calls import Call, CallList
from ._magic import ASYNC_MAGICS, MAGICS, default_for

FILTER_DIR = True


class _SentinelObject:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "sentinel.%s" % self.name

    def __reduce__(self):
        return "sentinel.%s" % self.name


class _Sentinel:
    """Makes an object of its own for each name."""

    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == "__bases__":
            raise AttributeError
        return self._sentinels.setdefault(name, _SentinelObject(name))


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT
_missing = sentinel.MISSING
_deleted = sentinel.DELETED


class InvalidSpecError(Exception):
    """A mock was given as a model."""


_OWN = {"return_value", "side_effect", "_mock_children", "_mock_parent", "_mock_name", "_mock_new_name", "_mock_wraps",
        "_mock_sealed", "_mock_methods", "_spec_class", "_spec_set", "_spec_signature", "_mock_delegate",
        "called", "call_count", "call_args", "call_args_list", "mock_calls", "method_calls", "_mock_return_value",
        "_mock_side_effect", "_mock_unsafe", "name", "_mock_new_parent", "_spec_asyncs"}


class NonCallableMock(CallAssertions):
    """A stand-in for an object: each attribute is one, too."""

    def __new__(cls, /, *args, **kwargs):
        # A class of its own for each, so that special methods can be set on one of them.
        own = type(cls.__name__, (cls,), {"__doc__": cls.__doc__, "__module__": "unittest.mock"})
        return object.__new__(own)

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None,
                 _new_name="", _new_parent=None, _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        own = self.__dict__
        if spec_set is not None:
            spec = spec_set
        own["_mock_parent"] = parent
        own["_mock_name"] = name
        own["_mock_new_name"] = _new_name
        own["_mock_new_parent"] = _new_parent if _new_parent is not None else parent
        own["_mock_sealed"] = False
        own["_mock_children"] = {}
        own["_mock_wraps"] = wraps
        own["_mock_unsafe"] = unsafe
        own["_spec_set"] = spec_set is not None
        self._mock_add_spec(spec, _spec_as_instance)
        own["_mock_return_value"] = DEFAULT
        own["_mock_side_effect"] = None
        self._note_nothing()
        if kwargs:
            self.configure_mock(**kwargs)

    def _mock_add_spec(self, spec, as_instance=False):
        own = self.__dict__
        if _is_mock(spec):
            raise InvalidSpecError(f"Cannot spec a Mock object. [object={spec!r}]")
        own["_spec_class"] = own["_mock_methods"] = own["_spec_signature"] = None
        if spec is None:
            return
        if isinstance(spec, (list, tuple)):
            own["_mock_methods"] = list(spec)
            return
        own["_spec_class"] = spec if isinstance(spec, type) else type(spec)
        own["_mock_methods"] = dir(spec)
        try:
            own["_spec_signature"] = _signature_of(spec, as_instance)
        except (TypeError, ValueError):
            pass

    def mock_add_spec(self, spec, spec_set=False):
        """Take a model: only its attributes can be had then."""
        self._mock_add_spec(spec)
        self.__dict__["_spec_set"] = spec_set

    def _note_nothing(self):
        own = self.__dict__
        own["called"] = False
        own["call_count"] = 0
        own["call_args"] = None
        own["call_args_list"] = CallList()
        own["mock_calls"] = CallList()
        own["method_calls"] = CallList()

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        """Forget the calls."""
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self._note_nothing()
        own = self.__dict__
        if return_value:
            own["_mock_return_value"] = DEFAULT
        if side_effect:
            own["_mock_side_effect"] = None
        for child in own["_mock_children"].values():
            if child is not _deleted and not isinstance(child, _SpecState):
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        if _is_mock(own["_mock_return_value"]) and own["_mock_return_value"] is not self:
            own["_mock_return_value"].reset_mock(visited)

    def configure_mock(self, /, **kwargs):
        """Set attributes, of children too with dots in the names."""
        for name, value in sorted(kwargs.items(), key=lambda item: item[0].count(".")):
            *path, last = name.split(".")
            obj = self
            for part in path:
                obj = getattr(obj, part)
            setattr(obj, last, value)

    @property
    def __class__(self):
        return self.__dict__.get("_spec_class") or type(self)

    @property
    def return_value(self):
        """What a call returns."""
        value = self.__dict__["_mock_return_value"]
        if value is DEFAULT:
            value = self._get_child_mock(_new_name="()", _new_parent=self)
            self.__dict__["_mock_return_value"] = value
        return value

    @return_value.setter
    def return_value(self, value):
        self.__dict__["_mock_return_value"] = value
        _adopt(self, value, None, "()")

    @property
    def side_effect(self):
        """What a call does: a function, an exception, or an iterable of results."""
        return self.__dict__["_mock_side_effect"]

    @side_effect.setter
    def side_effect(self, value):
        if value is not None and not callable(value) and not _is_exception(value):
            value = iter(value)
        self.__dict__["_mock_side_effect"] = value

    def __getattr__(self, name):
        own = self.__dict__
        if name in _OWN:
            raise AttributeError(name)
        methods = own.get("_mock_methods")
        if methods is not None:
            if name not in methods or name in MAGICS:
                raise AttributeError("Mock object has no attribute %r" % name)
        elif name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        if not own.get("_mock_unsafe") and (methods is None or name not in methods) and \
                name.startswith(("assert", "assret", "asert", "aseert", "assrt")) or name in _MISSPELT:
            raise AttributeError(f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant "
                                 "to be an attribute.")
        child = own["_mock_children"].get(name)
        if child is _deleted:
            raise AttributeError(name)
        if isinstance(child, _SpecState):
            child = create_autospec(child.spec, child.spec_set, child.instance, _parent=self, _name=name)
            own["_mock_children"][name] = child
        if child is None:
            wraps = own["_mock_wraps"]
            child = self._get_child_mock(parent=self, name=name, _new_name=name, _new_parent=self,
                                         wraps=None if wraps is None else getattr(wraps, name))
            own["_mock_children"][name] = child
        return child

    def __setattr__(self, name, value):
        own = self.__dict__
        if name in ("return_value", "side_effect"):
            object.__setattr__(self, name, value)
            return
        if name in _OWN:
            own[name] = value
            return
        methods = own["_mock_methods"]
        if own["_spec_set"] and methods is not None and name not in methods and name not in own:
            raise AttributeError("Mock object has no attribute '%s'" % name)
        if name in MAGICS:
            self._set_magic(name, value)
        elif _adopt(self, value, name, name):
            own["_mock_children"][name] = value
        elif name == "__class__":
            own["_spec_class"] = value
        elif own["_mock_sealed"] and name not in own and name not in own["_mock_children"]:
            raise AttributeError(f"Cannot set {self._name_of(name)}")
        elif isinstance(getattr(type(self), name, None), PropertyMock):
            getattr(type(self), name)(value)
        else:
            own[name] = value

    def _set_magic(self, name, value):
        if not _is_mock(value):
            function = value
            setattr(type(self), name, lambda self, /, *args, **kwargs: function(self, *args, **kwargs))
            return
        _adopt(self, value, name, name)
        self.__dict__["_mock_children"][name] = value
        setattr(type(self), name, value)

    def __delattr__(self, name):
        own = self.__dict__
        if name in MAGICS and name in type(self).__dict__:
            delattr(type(self), name)
        if own["_mock_children"].get(name) is _deleted:
            raise AttributeError(name)
        if name in own:
            object.__delattr__(self, name)
        own["_mock_children"][name] = _deleted

    def __dir__(self):
        own = self.__dict__
        extras = own["_mock_methods"] or []
        children = [name for name, child in own["_mock_children"].items() if child is not _deleted]
        inherited = dir(type(self))
        if FILTER_DIR:
            inherited = [name for name in inherited if not name.startswith("_") or name in MAGICS]
            own = [name for name in own if not name.startswith("_")]
        return sorted({*extras, *inherited, *own, *children})

    def _get_child_mock(self, /, **kwargs):
        """A new mock for an attribute or a result."""
        if self._mock_sealed:
            attribute = f".{kwargs['name']}" if "name" in kwargs else "()"
            raise AttributeError(self._extract_mock_name() + attribute)
        cls = type(self).__mro__[1]
        if issubclass(cls, AsyncMock):
            cls = AsyncMock
        elif issubclass(cls, NonCallableMagicMock) and not issubclass(cls, MagicMock):
            cls = MagicMock
        elif issubclass(cls, NonCallableMock) and not issubclass(cls, Mock):
            cls = Mock
        return cls(**kwargs)

    def _name_of(self, attribute):
        return f"{self._extract_mock_name()}.{attribute}"

    def _extract_mock_name(self):
        names = []
        mock = self
        while mock._mock_new_parent is not None:
            names.append(mock._mock_new_name)
            mock = mock._mock_new_parent
        path = "".join(name if name == "()" else "." + name for name in reversed(names))
        return (mock._mock_name or "mock") + path

    def __repr__(self):
        name = self._extract_mock_name()
        shown = "" if name == "mock" and not self._mock_name else " name=%r" % name
        spec = self._spec_class
        model = "" if spec is None else " spec%s=%r" % ("_set" if self._spec_set else "", spec.__name__)
        return "<%s%s%s id='%s'>" % (type(self).__name__, shown, model, id(self))

    def attach_mock(self, mock, attribute):
        """Make a mock an attribute, so that its calls are noted here too."""
        if not _is_mock(mock):
            raise AttributeError("mock is not a mock")
        mock.__dict__.update(_mock_parent=None, _mock_new_parent=None, _mock_name="", _mock_new_name=None)
        setattr(self, attribute, mock)


class Mock(NonCallableMock):
    """A stand-in that can be called."""

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None,
                 parent=None, _spec_state=None, _new_name="", _new_parent=None, **kwargs):
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state, _new_name, _new_parent, **kwargs)
        if return_value is not DEFAULT:
            self.return_value = return_value
        if side_effect is not None:
            self.side_effect = side_effect

    def __call__(self, /, *args, **kwargs):
        self._check_signature(args, kwargs)
        self._note_call(args, kwargs)
        return self._answer(args, kwargs)

    def _check_signature(self, args, kwargs):
        signature = self.__dict__["_spec_signature"] if self.__dict__.get("_mock_autospec") else None
        if signature is not None:
            signature.bind(*args, **kwargs)

    def _note_call(self, args, kwargs):
        own = self.__dict__
        own["called"] = True
        own["call_count"] += 1
        noted = Call((args, kwargs), two=True)
        own["call_args"] = noted
        own["call_args_list"].append(noted)
        own["mock_calls"].append(Call(("", args, kwargs)))

        path = own["_mock_new_name"]
        is_method = own["_mock_parent"] is not None
        parent = own["_mock_new_parent"]
        is_call = path == "()"
        method_name = path
        while parent is not None:
            if is_method:
                parent.method_calls.append(Call((method_name, args, kwargs)))
                is_method = parent._mock_parent is not None
                if is_method:
                    method_name = parent._mock_new_name + "." + method_name
            parent.mock_calls.append(Call((path, args, kwargs)))
            if parent._mock_new_name:
                path = parent._mock_new_name + ("" if is_call else ".") + path
                is_call = parent._mock_new_name == "()"
            parent = parent._mock_new_parent

    def _answer(self, args, kwargs):
        own = self.__dict__
        effect = own["_mock_side_effect"]
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if callable(effect):
                result = effect(*args, **kwargs)
            else:
                result = next(effect)
                if _is_exception(result):
                    raise result
            if result is not DEFAULT:
                return result
        if own["_mock_return_value"] is not DEFAULT:
            return self.return_value
        if own["_mock_wraps"] is not None:
            return own["_mock_wraps"](*args, **kwargs)
        return self.return_value


class _Magic:
    """Gives a mock the special methods, each a mock that is made when it is needed."""

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._set_up_magics()

    def _set_up_magics(self):
        methods = self.__dict__["_mock_methods"]
        for name in MAGICS:
            if (methods is None or name in methods) and name not in type(self).__dict__:
                setattr(type(self), name, _MagicProxy(name))

    def mock_add_spec(self, spec, spec_set=False):
        """Take a model."""
        super().mock_add_spec(spec, spec_set)
        self._set_up_magics()


class _MagicProxy:
    """The place of a special method on the class of one mock."""

    def __init__(self, name):
        self.name = name

    def __get__(self, mock, cls=None):
        if mock is None:
            return self
        children = mock.__dict__["_mock_children"]
        if self.name not in children or children[self.name] is _deleted:
            kind = AsyncMock if self.name in ASYNC_MAGICS else MagicMock
            child = kind(name=self.name, _new_name=self.name, _new_parent=mock, parent=mock)
            default_for(self.name, mock, child, DEFAULT)
            children[self.name] = child
        return children[self.name]


class NonCallableMagicMock(_Magic, NonCallableMock):
    """A stand-in with special methods that cannot be called."""


class MagicMock(_Magic, Mock):
    """A stand-in with special methods."""


class AsyncMock(MagicMock):
    """A stand-in for a coroutine function."""

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        own = self.__dict__
        own["_is_coroutine_mark"] = _is_coroutine_mark
        own["await_count"] = 0
        own["await_args"] = None
        own["await_args_list"] = CallList()

    async def _awaited(self, args, kwargs):
        own = self.__dict__
        noted = Call((args, kwargs), two=True)
        own["await_count"] += 1
        own["await_args"] = noted
        own["await_args_list"].append(noted)
        try:
            result = self._answer(args, kwargs)
        except StopIteration:
            raise StopAsyncIteration from None
        return await result if inspect.isawaitable(result) and not _is_mock(result) else result

    def __call__(self, /, *args, **kwargs):
        self._check_signature(args, kwargs)
        self._note_call(args, kwargs)
        return self._awaited(args, kwargs)

    def _get_child_mock(self, /, **kwargs):
        return (MagicMock if kwargs.get("_new_name") == "()" else AsyncMock)(**kwargs)


class PropertyMock(Mock):
    """A stand-in for a property, to be set on a class."""

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


_MISSPELT = {"called_once", "called_with", "called_once_with", "has_calls", "not_called"} - {"called"}


def _is_mock(obj):
    return isinstance(type(obj), type) and issubclass(type(obj), NonCallableMock)


def _is_exception(obj):
    return isinstance(obj, BaseException) or isinstance(obj, type) and issubclass(obj, BaseException)


def _adopt(parent, value, name, new_name):
    """Whether the value is a mock without a name or parent, which then becomes a child."""
    if not _is_mock(value):
        return False
    own = value.__dict__
    if own["_mock_name"] or own["_mock_new_name"] or own["_mock_parent"] is not None or \
            own["_mock_new_parent"] is not None:
        return False
    ancestor = parent
    while ancestor is not None:
        if ancestor is value:
            return False
        ancestor = ancestor._mock_new_parent
    if new_name:
        own["_mock_new_parent"] = parent
        own["_mock_new_name"] = new_name
    if name:
        own["_mock_parent"] = parent
        own["_mock_name"] = name
    return True


def _anything(*args, **kwargs):
    """Takes all arguments."""


def _signature_of(spec, as_instance):
    if isinstance(spec, type):
        if not as_instance:
            # What has no __init__ of its own is called with anything.
            return inspect.signature(_anything if spec.__init__ is object.__init__ else spec)
        spec = spec.__call__
    return inspect.signature(spec)


class _SpecState:
    """The model of a child that is not made yet."""

    def __init__(self, spec, spec_set, instance):
        self.spec = spec
        self.spec_set = spec_set
        self.instance = instance


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    """A mock like the model, with calls that must fit the signatures."""
    if _is_mock(spec):
        raise InvalidSpecError(f"Cannot autospec a Mock object. [object={spec!r}]")
    is_type = isinstance(spec, type)
    function = isinstance(spec, (types.FunctionType, types.BuiltinFunctionType, types.MethodType))
    if spec is None:
        model = {}
    else:
        model = {"spec_set": spec} if spec_set else {"spec": spec}
    cls = MagicMock
    if inspect.iscoroutinefunction(spec):
        cls = AsyncMock
    elif not is_type and not callable(spec) or is_type and instance and not hasattr(spec, "__call__"):
        cls = NonCallableMagicMock
    mock = cls(parent=_parent, _new_parent=_parent, name=_name, _new_name=_name or "", _spec_as_instance=instance,
               **model, **kwargs)
    mock.__dict__["_mock_autospec"] = True
    if is_type and not instance and "return_value" not in kwargs:
        mock.return_value = create_autospec(spec, spec_set, instance=True, _name="()", _parent=mock)
    if isinstance(spec, types.FunctionType) and _parent is None:
        return _function_of(mock, spec)
    if function:
        return mock
    for name in dir(spec):
        if name in MAGICS or name.startswith("__"):
            continue
        try:
            original = getattr(spec, name)
        except AttributeError:
            continue
        if isinstance(original, types.FunctionType) and is_type and \
                not isinstance(inspect.getattr_static(spec, name), staticmethod):
            original = functools.partial(original, None)
            child = MagicMock(parent=mock, name=name, _new_name=name, _new_parent=mock)
            child.__dict__["_mock_autospec"] = True
            child.__dict__["_spec_signature"] = inspect.signature(original)
            mock.__dict__["_mock_children"][name] = child
        elif isinstance(original, (types.FunctionType, types.MethodType, type)):
            mock.__dict__["_mock_children"][name] = _SpecState(original, spec_set, False)
    return mock


_KEPT_BY_FUNCTIONS = ("called", "call_count", "call_args", "call_args_list", "method_calls", "mock_calls")


def _function_of(mock, spec):
    """A function that calls a mock, with the mock's attributes: it binds like the function that it stands for."""
    def function(*args, **kwargs):
        mock.return_value, mock.side_effect = function.return_value, function.side_effect
        try:
            return mock(*args, **kwargs)
        finally:
            tell()

    def tell():
        for name in _KEPT_BY_FUNCTIONS:
            setattr(function, name, getattr(mock, name))

    def reset_mock(*args, **kwargs):
        mock.reset_mock(*args, **kwargs)
        function.return_value, function.side_effect = mock.return_value, mock.side_effect
        tell()

    for name in "__name__", "__qualname__", "__module__", "__doc__":
        setattr(function, name, getattr(spec, name))
    function.__signature__ = inspect.signature(spec)
    function.return_value, function.side_effect, function.mock = mock.return_value, mock.side_effect, mock
    function.reset_mock = reset_mock
    for name in dir(mock):
        if name.startswith("assert_"):
            setattr(function, name, getattr(mock, name))
    for name in "attach_mock", "configure_mock", "mock_add_spec":
        setattr(function, name, getattr(mock, name))
    tell()
    return function


def seal(mock):
    """No new attributes of this mock and of its children from now on."""
    mock.__dict__["_mock_sealed"] = True
    for child in list(mock.__dict__["_mock_children"].values()):
        if _is_mock(child) and child._mock_new_parent is mock:
            seal(child)


def mock_open(mock=None, read_data=""):
    """A stand-in for `open`, whose file holds `read_data`."""
    import io
    state = {}

    def opened(*args, **kwargs):
        data = read_data
        state["file"] = io.BytesIO(data) if isinstance(data, bytes) else io.StringIO(data)
        return DEFAULT

    if mock is None:
        mock = MagicMock(name="open", spec=open)
    handle = MagicMock(spec=["read", "readline", "readlines", "write", "writelines", "close", "__enter__",
                             "__exit__", "__iter__", "__next__", "seek", "tell", "flush", "fileno"])
    handle.__enter__.return_value = handle
    handle.write.return_value = None
    handle.__exit__.return_value = None
    for name in ("read", "readline", "readlines"):
        getattr(handle, name).side_effect = lambda *args, _name=name: getattr(state["file"], _name)(*args)
    handle.__iter__.side_effect = lambda: iter(state["file"])
    handle.__next__.side_effect = lambda: next(state["file"])
    mock.side_effect = opened
    mock.return_value = handle
    return mock
