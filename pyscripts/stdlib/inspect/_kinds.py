"""Questions of kind: is this a function, a generator, a descriptor?"""

import functools
import types

__all__ = [
    "CO_OPTIMIZED", "CO_NEWLOCALS", "CO_VARARGS", "CO_VARKEYWORDS", "CO_NESTED", "CO_GENERATOR", "CO_NOFREE",
    "CO_COROUTINE", "CO_ITERABLE_COROUTINE", "CO_ASYNC_GENERATOR", "TPFLAGS_IS_ABSTRACT", "ismodule", "isclass",
    "ismethod", "isfunction", "isgeneratorfunction", "isgenerator", "iscoroutinefunction", "markcoroutinefunction",
    "iscoroutine", "isasyncgenfunction", "isasyncgen", "isawaitable", "istraceback", "isframe", "iscode", "isbuiltin",
    "ismethodwrapper", "ismethoddescriptor", "isdatadescriptor", "isgetsetdescriptor", "ismemberdescriptor",
    "isroutine", "isabstract",
]

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 0x1, 0x2, 0x4, 0x8
CO_NESTED, CO_GENERATOR, CO_NOFREE = 0x10, 0x20, 0x40
CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 0x80, 0x100, 0x200
TPFLAGS_IS_ABSTRACT = 1 << 20


def ismodule(object):
    """Is it a module?"""
    return isinstance(object, types.ModuleType)


def isclass(object):
    """Is it a class?"""
    return isinstance(object, type)


def ismethod(object):
    """Is it a method bound to an object?"""
    return isinstance(object, types.MethodType)


def isfunction(object):
    """Is it a function written in Python?"""
    return isinstance(object, types.FunctionType)


def _is_plain(object):
    """Is it an object whose descriptor methods mean something: neither class nor function?"""
    return not (isclass(object) or ismethod(object) or isfunction(object))


def ismethoddescriptor(object):
    """Has it `__get__` and no `__set__`, without being a function or a class?"""
    if not _is_plain(object):
        return False
    kind = type(object)
    return hasattr(kind, "__get__") and not hasattr(kind, "__set__") and not hasattr(kind, "__delete__")


def isdatadescriptor(object):
    """Has it `__set__` or `__delete__`?"""
    if not _is_plain(object):
        return False
    kind = type(object)
    return hasattr(kind, "__set__") or hasattr(kind, "__delete__")


def ismemberdescriptor(object):
    """Is it what `__slots__` makes?"""
    return isinstance(object, types.MemberDescriptorType)


def isgetsetdescriptor(object):
    """Is it a computed attribute of a built-in type?"""
    return isinstance(object, types.GetSetDescriptorType)


def _has_code_flag(function, flag):
    while ismethod(function):
        function = function.__func__
    function = _unwrap_partial(function)
    return isfunction(function) and bool(function.__code__.co_flags & flag)


def _unwrap_partial(function):
    while isinstance(function, functools.partial):
        function = function.func
    return function


def isgeneratorfunction(obj):
    """Does calling it make a generator?"""
    return _has_code_flag(obj, CO_GENERATOR)


_is_coroutine_mark = object()


def markcoroutinefunction(func):
    """Have `iscoroutinefunction` say yes to a function that returns a coroutine."""
    getattr(func, "__func__", func)._is_coroutine_mark = _is_coroutine_mark
    return func


def iscoroutinefunction(obj):
    """Does calling it make a coroutine?"""
    function = obj
    while ismethod(function):
        function = function.__func__
    function = _unwrap_partial(function)
    if getattr(function, "_is_coroutine_mark", None) is _is_coroutine_mark:
        return True
    return _has_code_flag(obj, CO_COROUTINE)


def isasyncgenfunction(obj):
    """Does calling it make an asynchronous generator?"""
    return _has_code_flag(obj, CO_ASYNC_GENERATOR)


def isasyncgen(object):
    """Is it an asynchronous generator?"""
    return isinstance(object, types.AsyncGeneratorType)


def isgenerator(object):
    """Is it a generator?"""
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    """Is it a coroutine?"""
    return isinstance(object, types.CoroutineType)


def isawaitable(object):
    """Can it be awaited?"""
    if isinstance(object, types.GeneratorType):
        return bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)
    return isinstance(object, types.CoroutineType) or hasattr(type(object), "__await__")


def istraceback(object):
    """Is it a traceback?"""
    return isinstance(object, types.TracebackType)


def isframe(object):
    """Is it a frame?"""
    return isinstance(object, types.FrameType)


def iscode(object):
    """Is it a code object?"""
    return isinstance(object, types.CodeType)


def isbuiltin(object):
    """Is it a built-in function, or a built-in method bound to an object?"""
    return isinstance(object, types.BuiltinFunctionType)


def ismethodwrapper(object):
    """Is it a special method of a built-in type, bound to an object?"""
    return isinstance(object, types.MethodWrapperType)


def isroutine(object):
    """Is it a function or method of any kind?"""
    return (
        isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)
        or ismethodwrapper(object)
    )


def isabstract(object):
    """Is it a class with abstract methods?"""
    return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", None))
