"""What signatures are: parameters in order, and the arguments that are bound to them."""

import enum
import keyword
import types
from collections import OrderedDict

__all__ = ["Parameter", "Signature", "BoundArguments", "formatannotation", "formatannotationrelativeto"]


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
                raise ValueError(
                    f"wrong parameter order: {highest.description} parameter before {kind.description} parameter"
                )
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
        from inspect._signature import _Finder

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
