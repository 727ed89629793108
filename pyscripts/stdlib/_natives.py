"""Functions written in Python that are built in elsewhere.

They are no methods where a class has them, and their frames do not stand in tracebacks.
"""

from _imp import as_native


def natives(namespace, *names, module=None):
    """Replaces functions of a module by built-in ones that call them."""
    module = module or namespace["__name__"]
    for name in names:
        function = namespace[name]
        namespace[name] = as_native(function, module, _signature(function))


def _signature(function):
    """The parameters as built-in functions have them in `__text_signature__`."""
    code = function.__code__
    count, kept = code.co_argcount, code.co_kwonlyargcount
    names, usual = code.co_varnames, function.__defaults__ or ()
    shown = ["$module"]
    for place, name in enumerate(names[:count]):
        default = place - (count - len(usual))
        shown.append(name if default < 0 else f"{name}={usual[default]!r}")
        if place + 1 == code.co_posonlyargcount:
            shown.append("/")
    if not code.co_posonlyargcount:
        shown.insert(1, "/")
    rest = count + kept
    if code.co_flags & 4:
        shown.append("*" + names[rest])
        rest += 1
    elif kept:
        shown.append("*")
    only = function.__kwdefaults__ or {}
    shown += [f"{name}={only[name]!r}" if name in only else name for name in names[count:count + kept]]
    if code.co_flags & 8:
        shown.append("**" + names[rest])
    return f"({', '.join(shown)})"
