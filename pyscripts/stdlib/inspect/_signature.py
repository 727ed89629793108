"""Signatures found: the parameters of anything that can be called."""

import functools
import sys
import types
from collections import OrderedDict, namedtuple
from inspect._kinds import *
from inspect._members import get_annotations, getattr_static, unwrap
from inspect._parameters import (
    _EITHER, _KEYWORD_ONLY, _POSITIONAL_ONLY, _VAR_KEYWORD, _VAR_POSITIONAL, Signature, _empty,
)

__all__ = ["signature", "FullArgSpec", "getfullargspec", "getcallargs", "Arguments", "getargs"]


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
        if call is not None:
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
            own = base.__dict__.get("__text_signature__")
            # It may also be an attribute of the instances.
            text = own if isinstance(own, str) else base.__text_signature__
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
