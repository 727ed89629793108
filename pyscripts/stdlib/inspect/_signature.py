"""Signatures: the parameters of anything that can be called."""

import collections
import enum
import functools
import keyword
import sys
import types
from collections import OrderedDict, namedtuple
from inspect._kinds import *
from inspect._members import get_annotations, getattr_static, unwrap

__all__ = [
    "Parameter", "Signature", "BoundArguments", "signature", "formatannotation", "formatannotationrelativeto",
    "FullArgSpec", "getfullargspec", "getcallargs", "Arguments", "getargs",
]


class _kept:
    """Stands for an argument of `replace` that is not given."""


class _empty:
    """Stands for what is not there."""


class _ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY = "positional-only"
    POSITIONAL_OR_KEYWORD = "positional or keyword"
    VAR_POSITIONAL = "variadic positional"
    KEYWORD_ONLY = "keyword-only"
    VAR_KEYWORD = "variadic keyword"

    def __new__(cls, description):
        value = len(cls.__members__)
        member = int.__new__(cls, value)
        member._value_ = value
        member.description = description
        return member

    def __str__(self):
        return self.name


_POSITIONAL_ONLY, _EITHER, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = _ParameterKind


def formatannotation(annotation, base_module=None, *, quote_annotation_strings=True):
    """An annotation as it stands in a signature."""
    if not quote_annotation_strings and isinstance(annotation, str):
        return annotation
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


def formatannotationrelativeto(object):
    """As `formatannotation`, for use in the module of an object."""
    module = getattr(object, "__module__", None)
    return lambda annotation: formatannotation(annotation, module)


class Parameter:
    """A parameter: its name, kind, default and annotation."""

    __slots__ = ("_name", "_kind", "_default", "_annotation")

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _EITHER
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind") from None
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f"{self._kind.description} parameters cannot have default values")
        self._default = default
        self._annotation = annotation
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if name[:1] == "." and name[1:].isdigit():
            # The iterable of a comprehension.
            if self._kind != _EITHER:
                raise ValueError(
                    "implicit arguments must be passed as positional or keyword arguments, not "
                    f"{self._kind.description}"
                )
            self._kind = _POSITIONAL_ONLY
            name = f"implicit{name[1:]}"
        if keyword.iskeyword(name) and self._kind is not _POSITIONAL_ONLY or not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name = name

    name = property(lambda self: self._name)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)
    kind = property(lambda self: self._kind)

    def __reduce__(self):
        state = {"_default": self._default, "_annotation": self._annotation}
        return type(self), (self._name, self._kind), state

    def __setstate__(self, state):
        self._default, self._annotation = state["_default"], state["_annotation"]

    def replace(self, *, name=_kept, kind=_kept, annotation=_kept, default=_kept):
        """The parameter with other attributes."""
        return type(self)(
            self._name if name is _kept else name,
            self._kind if kind is _kept else kind,
            default=self._default if default is _kept else default,
            annotation=self._annotation if annotation is _kept else annotation,
        )

    __replace__ = replace

    def __str__(self):
        return self._format()

    def _format(self, *, quote_annotation_strings=True):
        text = self._name
        if self._annotation is not _empty:
            shown = formatannotation(self._annotation, quote_annotation_strings=quote_annotation_strings)
            text = f"{text}: {shown}"
        if self._default is not _empty:
            equals = " = " if self._annotation is not _empty else "="
            text = f"{text}{equals}{self._default!r}"
        stars = {_VAR_POSITIONAL: "*", _VAR_KEYWORD: "**"}
        return stars.get(self._kind, "") + text

    def __repr__(self):
        return f'<{self.__class__.__name__} "{self}">'

    def _parts(self):
        return self._name, self._kind, self._default, self._annotation

    def __hash__(self):
        return hash(self._parts())

    def __eq__(self, other):
        if self is other:
            return True
        return self._parts() == other._parts() if isinstance(other, Parameter) else NotImplemented


class BoundArguments:
    """Arguments by the names of the parameters that take them."""

    __slots__ = ("arguments", "_signature", "__weakref__")

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        args = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            if parameter.kind == _VAR_POSITIONAL:
                args.extend(self.arguments[name])
            else:
                args.append(self.arguments[name])
        return tuple(args)

    @property
    def kwargs(self):
        kwargs = {}
        by_keyword = False
        for name, parameter in self._signature.parameters.items():
            if not by_keyword:
                if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    by_keyword = True
                elif name not in self.arguments:
                    by_keyword = True
                    continue
            if not by_keyword or name not in self.arguments:
                continue
            if parameter.kind == _VAR_KEYWORD:
                kwargs.update(self.arguments[name])
            else:
                kwargs[name] = self.arguments[name]
        return kwargs

    def apply_defaults(self):
        """Fill in the defaults of what was not given."""
        arguments = []
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                arguments.append((name, self.arguments[name]))
            elif parameter.default is not _empty:
                arguments.append((name, parameter.default))
            elif parameter.kind is _VAR_POSITIONAL:
                arguments.append((name, ()))
            elif parameter.kind is _VAR_KEYWORD:
                arguments.append((name, {}))
        self.arguments = dict(arguments)

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __setstate__(self, state):
        self._signature, self.arguments = state["_signature"], state["arguments"]

    def __getstate__(self):
        return {"_signature": self._signature, "arguments": self.arguments}

    def __repr__(self):
        shown = ", ".join(f"{name}={value!r}" for name, value in self.arguments.items())
        return f"<{self.__class__.__name__} ({shown})>"


class Signature:
    """The parameters of something, and the annotation of what it returns."""

    __slots__ = ("_return_annotation", "_parameters")

    _parameter_cls = Parameter
    _bound_arguments_cls = BoundArguments
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        if parameters is None:
            found = {}
        elif __validate_parameters__:
            found = self._validated(parameters)
        else:
            found = OrderedDict((parameter.name, parameter) for parameter in parameters)
        self._parameters = types.MappingProxyType(OrderedDict(found))
        self._return_annotation = return_annotation

    @staticmethod
    def _validated(parameters):
        found = OrderedDict()
        highest = _POSITIONAL_ONLY
        seen_default = False
        seen = set()
        for parameter in parameters:
            kind, name = parameter.kind, parameter.name
            if kind in seen and kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
                raise ValueError(f"more than one {kind.description} parameter")
            if kind < highest:
                raise ValueError(f"wrong parameter order: {highest.description} parameter before {kind.description} parameter")
            highest = kind
            if kind in (_POSITIONAL_ONLY, _EITHER):
                if parameter.default is not _empty:
                    seen_default = True
                elif seen_default:
                    raise ValueError("non-default argument follows default argument")
            if name in found:
                raise ValueError(f"duplicate parameter name: {name!r}")
            found[name] = parameter
            seen.add(kind)
        return found

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        """The signature of something."""
        return _Finder(cls, follow_wrapped, globals, locals, eval_str).of(obj)

    @property
    def parameters(self):
        return self._parameters

    @property
    def return_annotation(self):
        return self._return_annotation

    def replace(self, *, parameters=_kept, return_annotation=_kept):
        """The signature with other attributes."""
        return type(self)(
            self.parameters.values() if parameters is _kept else parameters,
            return_annotation=self._return_annotation if return_annotation is _kept else return_annotation,
        )

    __replace__ = replace

    def _parts(self):
        """Keyword-only parameters have no order."""
        positional = tuple(p for p in self.parameters.values() if p.kind != _KEYWORD_ONLY)
        by_keyword = {p.name: p for p in self.parameters.values() if p.kind == _KEYWORD_ONLY}
        return positional, by_keyword, self.return_annotation

    def __hash__(self):
        positional, by_keyword, returned = self._parts()
        return hash((positional, frozenset(by_keyword.values()), returned))

    def __eq__(self, other):
        if self is other:
            return True
        return self._parts() == other._parts() if isinstance(other, Signature) else NotImplemented

    def bind(self, /, *args, **kwargs):
        """The arguments by parameter; TypeError if they do not fit."""
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        """As `bind`; some may be missing."""
        return self._bind(args, kwargs, partial=True)

    def _bind(self, args, kwargs, *, partial=False):
        arguments = {}
        kwargs = dict(kwargs)
        parameters = list(self.parameters.values())
        values = list(args)
        rest = None  # the parameter for other keywords
        positional_only_by_keyword = []
        for place, parameter in enumerate(parameters):
            kind, name = parameter.kind, parameter.name
            if kind is _VAR_POSITIONAL:
                if values:
                    arguments[name] = tuple(values)
                    values = []
            elif kind is _VAR_KEYWORD:
                rest = parameter
            elif kind in (_POSITIONAL_ONLY, _EITHER) and values:
                if name in kwargs and kind is _EITHER:
                    raise TypeError(f"multiple values for argument {name!r}")
                arguments[name] = values.pop(0)
            else:
                if values and kind is _KEYWORD_ONLY and not any(p.kind is _VAR_POSITIONAL for p in parameters):
                    raise TypeError("too many positional arguments")
                if kind is _POSITIONAL_ONLY:
                    if name in kwargs and not any(p.kind is _VAR_KEYWORD for p in parameters):
                        positional_only_by_keyword.append(name)
                        if parameter.default is _empty:
                            continue
                elif name in kwargs:
                    arguments[name] = kwargs.pop(name)
                    continue
                if not partial and parameter.default is _empty:
                    raise TypeError(f"missing a required argument: {name!r}")
        if values:
            raise TypeError("too many positional arguments")
        if positional_only_by_keyword:
            shown = ", ".join(map(repr, positional_only_by_keyword))
            raise TypeError(f"got some positional-only arguments passed as keyword arguments: {shown}")
        if kwargs:
            if rest is None:
                raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
            arguments[rest.name] = kwargs
        return self._bound_arguments_cls(self, arguments)

    def __reduce__(self):
        return type(self), (tuple(self._parameters.values()),), {"_return_annotation": self._return_annotation}

    def __setstate__(self, state):
        self._return_annotation = state["_return_annotation"]

    def __repr__(self):
        return f"<{self.__class__.__name__} {self}>"

    def __str__(self):
        return self.format()

    def format(self, *, max_width=None, quote_annotation_strings=True):
        """The signature as text, on several lines if it is wider than allowed."""
        shown = []
        after_positional_only = False
        needs_star = True
        for parameter in self.parameters.values():
            kind = parameter.kind
            if kind == _POSITIONAL_ONLY:
                after_positional_only = True
            elif after_positional_only:
                shown.append("/")
                after_positional_only = False
            if kind == _VAR_POSITIONAL:
                needs_star = False
            elif kind == _KEYWORD_ONLY and needs_star:
                shown.append("*")
                needs_star = False
            shown.append(parameter._format(quote_annotation_strings=quote_annotation_strings))
        if after_positional_only:
            shown.append("/")
        text = f"({', '.join(shown)})"
        if max_width is not None and len(text) > max_width:
            text = "(\n    " + ",\n    ".join(shown) + "\n)"
        if self.return_annotation is not _empty:
            returned = formatannotation(self.return_annotation, quote_annotation_strings=quote_annotation_strings)
            text += f" -> {returned}"
        return text


class _Finder:
    """Finds the signatures of all kinds of callables."""

    def __init__(self, cls, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        self.cls = cls
        self.follow_wrapped = follow_wrapped
        self.evaluation = {"globals": globals, "locals": locals, "eval_str": eval_str}

    def of(self, obj, skip_bound=True):
        if not callable(obj):
            raise TypeError(f"{obj!r} is not a callable object")
        if isinstance(obj, types.MethodType):
            found = self.of(obj.__func__)
            return self.without_first(found) if skip_bound else found
        if self.follow_wrapped:
            obj = unwrap(obj, stop=lambda inner: hasattr(inner, "__signature__") or isinstance(inner, types.MethodType))
            if isinstance(obj, types.MethodType):
                return self.of(obj)
        explicit = getattr(obj, "__signature__", None)
        if explicit is not None:
            if not isinstance(explicit, Signature):
                raise TypeError(f"unexpected object {explicit!r} in __signature__ attribute")
            return explicit
        partial_method = getattr(obj, "__partialmethod__", None) or getattr(obj, "_partialmethod", None)
        if isinstance(partial_method, functools.partialmethod):
            return self.of_partial_method(partial_method)
        if isfunction(obj) or _is_like_function(obj):
            return self.of_function(obj)
        if isinstance(obj, functools.partial):
            return self.of_partial(self.of(obj.func), obj)
        if isinstance(obj, type):
            return self.of_class(obj)
        if _is_builtin(obj):
            return self.of_text(obj)
        if not isinstance(obj, type) and getattr(obj, "__text_signature__", None):
            return self.of_text(obj)
        call = getattr_static(type(obj), "__call__", None)
        if call is not None and not isinstance(call, types.WrapperDescriptorType):
            return self.of(getattr(type(obj), "__call__").__get__(obj, type(obj)))
        raise ValueError(f"no signature found for builtin {obj!r}" if isbuiltin(obj) else f"callable {obj!r} is not supported by signature")

    def of_function(self, function):
        code = function.__code__
        annotations = get_annotations(function, **self.evaluation)
        defaults = function.__defaults__ or ()
        keyword_defaults = function.__kwdefaults__ or {}
        make = self.cls._parameter_cls
        names = code.co_varnames
        positional = names[:code.co_argcount]
        keyword_only = names[code.co_argcount:code.co_argcount + code.co_kwonlyargcount]
        first_default = len(positional) - len(defaults)
        parameters = []
        for place, name in enumerate(positional):
            default = defaults[place - first_default] if place >= first_default else _empty
            kind = _POSITIONAL_ONLY if place < code.co_posonlyargcount else _EITHER
            parameters.append(make(name, kind, annotation=annotations.get(name, _empty), default=default))
        rest = list(names[code.co_argcount + code.co_kwonlyargcount:])
        if code.co_flags & CO_VARARGS:
            name = rest.pop(0)
            parameters.append(make(name, _VAR_POSITIONAL, annotation=annotations.get(name, _empty)))
        for name in keyword_only:
            default = keyword_defaults.get(name, _empty)
            parameters.append(make(name, _KEYWORD_ONLY, annotation=annotations.get(name, _empty), default=default))
        if code.co_flags & CO_VARKEYWORDS:
            name = rest.pop(0)
            parameters.append(make(name, _VAR_KEYWORD, annotation=annotations.get(name, _empty)))
        return self.cls(parameters, return_annotation=annotations.get("return", _empty), __validate_parameters__=False)

    def without_first(self, found):
        parameters = list(found.parameters.values())
        if not parameters or parameters[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
            raise ValueError("invalid method signature")
        if parameters[0].kind is not _VAR_POSITIONAL:
            parameters = parameters[1:]
        return found.replace(parameters=parameters)

    def of_partial(self, found, partial, extra=()):
        parameters = OrderedDict(found.parameters.items())
        try:
            bound = found.bind_partial(*(*extra, *(partial.args or ())), **(partial.keywords or {}))
        except TypeError as error:
            raise ValueError(f"partial object {partial!r} has incorrect arguments") from error
        keyword_only = False
        for name, parameter in found.parameters.items():
            given = name in bound.arguments
            value = bound.arguments.get(name)
            if parameter.kind is _POSITIONAL_ONLY and given:
                parameters.pop(name)
                continue
            if parameter.kind is _EITHER and given:
                if name in (partial.keywords or {}):
                    # It can still be given anew, but only by keyword, and so can what follows.
                    keyword_only = True
                    parameters[name] = parameter.replace(default=value)
                else:
                    parameters.pop(name)
                    continue
            if parameter.kind is _KEYWORD_ONLY and given:
                parameters[name] = parameter.replace(default=value)
            if keyword_only:
                if parameter.kind is _EITHER:
                    parameters[name] = parameters.pop(name).replace(kind=_KEYWORD_ONLY)
                elif parameter.kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
                    parameters[name] = parameters.pop(name)
                elif parameter.kind is _VAR_POSITIONAL:
                    parameters.pop(name)
        return found.replace(parameters=parameters.values())

    def of_partial_method(self, method):
        inner = self.of(method.func)
        found = self.of_partial(inner, method, (None,))
        first = next(iter(inner.parameters.values()))
        if first.kind is _VAR_POSITIONAL:
            return found
        rest = tuple(found.parameters.values())
        return found.replace(parameters=(first, *rest))

    def of_class(self, cls):
        """What `cls(...)` takes: of the metaclass's `__call__`, `__new__` or `__init__`, whichever is defined."""
        call = _user_defined(type(cls), "__call__")
        if call is not None:
            return self.without_first(self.of(call))
        new, init = _user_defined(cls, "__new__"), _user_defined(cls, "__init__")
        if new is not None and init is not None:
            mro = cls.__mro__
            place = lambda name: next(k for k, base in enumerate(mro) if name in base.__dict__)
            new = new if place("__new__") <= place("__init__") else None
        method = new if new is not None else init
        if method is not None:
            return self.without_first(self.of(method))
        for base in cls.__mro__[:-1]:
            text = base.__dict__.get("__text_signature__") if base.__module__ != "builtins" else base.__text_signature__
            if isinstance(text, str):
                return _of_text(self.cls, base, text)
        if type not in cls.__mro__:
            if cls.__init__ is object.__init__ and cls.__new__ is object.__new__:
                return self.cls()
        raise ValueError(f"no signature found for builtin type {cls!r}")

    def of_text(self, obj):
        text = getattr(obj, "__text_signature__", None)
        if not text:
            raise ValueError(f"no signature found for builtin {obj!r}")
        return _of_text(self.cls, obj, text)


def _is_builtin(obj):
    return isbuiltin(obj) or ismethodwrapper(obj) or isinstance(
        obj, (types.MethodDescriptorType, types.WrapperDescriptorType, types.ClassMethodDescriptorType)
    )


def _is_like_function(obj):
    """Does it have all that a function has?"""
    if not callable(obj) or isclass(obj):
        return False
    defaults, keyword_defaults = getattr(obj, "__defaults__", _empty), getattr(obj, "__kwdefaults__", _empty)
    return (
        isinstance(getattr(obj, "__code__", None), types.CodeType)
        and isinstance(getattr(obj, "__name__", None), str)
        and (defaults is None or isinstance(defaults, tuple))
        and (keyword_defaults is None or isinstance(keyword_defaults, dict))
    )


def _user_defined(cls, name):
    """A method that is not a built-in type's."""
    method = getattr_static(cls, name, None)
    if isinstance(method, (staticmethod, classmethod)):
        method = method.__func__
    if method is None or _is_builtin(method):
        return None
    return method


def _of_text(cls, obj, text):
    """The signature of a text such as `($self, object, /)`."""
    make = cls._parameter_cls
    parameters, kind = [], _EITHER
    self_parameter = False
    for number, part in enumerate(_split_parameters(text.strip().removesuffix("--").strip()[1:-1])):
        if part == "/":
            parameters = [parameter.replace(kind=_POSITIONAL_ONLY) for parameter in parameters]
            continue
        if part == "*":
            kind = _KEYWORD_ONLY
            continue
        name, equals, default = part.partition("=")
        if name.startswith("**"):
            parameters.append(make(name[2:], _VAR_KEYWORD))
        elif name.startswith("*"):
            parameters.append(make(name[1:], _VAR_POSITIONAL))
            kind = _KEYWORD_ONLY
        else:
            if number == 0 and name.startswith("$"):
                self_parameter = True
            value = _evaluated(obj, default) if equals else _empty
            parameters.append(make(name.lstrip("$").strip(), kind, default=value))
    if self_parameter and (ismodule(getattr(obj, "__self__", None)) or getattr(obj, "__self__", None) is not None):
        parameters.pop(0)
    elif self_parameter and isclass(obj):
        parameters.pop(0)
    elif self_parameter:
        parameters[0] = parameters[0].replace(kind=_POSITIONAL_ONLY)
    return cls(parameters)


def _split_parameters(text):
    parts, depth, start, quote = [], 0, 0, None
    for place, sign in enumerate(text):
        if quote:
            quote = None if sign == quote else quote
        elif sign in "'\"":
            quote = sign
        elif sign in "([{":
            depth += 1
        elif sign in ")]}":
            depth -= 1
        elif sign == "," and depth == 0:
            parts.append(text[start:place].strip())
            start = place + 1
    parts.append(text[start:].strip())
    return [part for part in parts if part]


def _evaluated(obj, text):
    module = sys.modules.get(getattr(obj, "__module__", None) or "builtins")
    names = {"sys": sys, **(vars(module) if module is not None else {})}
    try:
        return eval(text, names)
    except Exception:
        raise ValueError(f"{obj!r} builtin has invalid signature") from None


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The signature of anything that can be called."""
    return Signature.from_callable(
        obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals, eval_str=eval_str
    )


# What came before signatures.

FullArgSpec = namedtuple("FullArgSpec", "args varargs varkw defaults kwonlyargs kwonlydefaults annotations")
Arguments = namedtuple("Arguments", "args, varargs, varkw")


def getargs(co):
    """The names of a code object's parameters."""
    if not iscode(co):
        raise TypeError(f"{co!r} is not a code object")
    names = co.co_varnames
    count = co.co_argcount + co.co_kwonlyargcount
    args, rest = list(names[:count]), list(names[count:])
    varargs = rest.pop(0) if co.co_flags & CO_VARARGS else None
    return Arguments(args, varargs, rest.pop(0) if co.co_flags & CO_VARKEYWORDS else None)


def getfullargspec(func):
    """The parameters as a tuple of names and defaults."""
    try:
        found = _Finder(Signature, follow_wrapped=False).of(func, skip_bound=False)
    except Exception as error:
        raise TypeError("unsupported callable") from error
    args, varargs, varkw, kwonlyargs, defaults = [], None, None, [], ()
    annotations, kwdefaults = {}, {}
    if found.return_annotation is not _empty:
        annotations["return"] = found.return_annotation
    for parameter in found.parameters.values():
        name = parameter.name
        if parameter.kind in (_POSITIONAL_ONLY, _EITHER):
            args.append(name)
            if parameter.default is not _empty:
                defaults += (parameter.default,)
        elif parameter.kind is _VAR_POSITIONAL:
            varargs = name
        elif parameter.kind is _KEYWORD_ONLY:
            kwonlyargs.append(name)
            if parameter.default is not _empty:
                kwdefaults[name] = parameter.default
        else:
            varkw = name
        if parameter.annotation is not _empty:
            annotations[name] = parameter.annotation
    return FullArgSpec(args, varargs, varkw, defaults or None, kwonlyargs, kwdefaults or None, annotations)


def getcallargs(func, /, *positional, **named):
    """The value that each parameter would get in a call."""
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__, *positional)
        func = func.__func__
    bound = signature(func).bind(*positional, **named)
    given = dict(bound.arguments)
    bound.apply_defaults()
    return given | bound.arguments
