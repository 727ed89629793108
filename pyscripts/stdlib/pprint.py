"""Nested data shown so that it can be read."""

import collections as _collections
import dataclasses as _dataclasses
import re
import sys as _sys
import types as _types
from _pprint import safe_repr as _native_safe_repr
from io import StringIO as _StringIO

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    """Print an object, nested data on several lines."""
    printer = PrettyPrinter(
        stream=stream, indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
        underscore_numbers=underscore_numbers,
    )
    printer.pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """What `pprint` would print."""
    return PrettyPrinter(
        indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
        underscore_numbers=underscore_numbers,
    ).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """As `pprint`, with dicts in their own order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """A repr that ends, also for what holds itself."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    """Could `eval` read the repr?"""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[1]


def isrecursive(object):
    """Does it hold itself?"""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[2]


class _Key:
    """Orders what cannot be compared by type and address."""

    __slots__ = ["value"]

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            return (str(type(self.value)), id(self.value)) < (str(type(other.value)), id(other.value))


def _pair_key(pair):
    return _Key(pair[0]), _Key(pair[1])


class PrettyPrinter:
    """Shows nested data on several lines where one is too narrow."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._depth = depth
        self._indent_per_level = indent
        self._width = width
        self._stream = stream if stream is not None else _sys.stdout
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        """Print an object."""
        if self._stream is not None:
            self._format(object, self._stream, 0, 0, {}, 0)
            self._stream.write("\n")

    def pformat(self, object):
        """What would be printed."""
        stream = _StringIO()
        self._format(object, stream, 0, 0, {}, 0)
        return stream.getvalue()

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def _format(self, object, stream, indent, allowance, context, level):
        """Writes an object; `allowance` is the room that what follows needs on the last line."""
        identity = id(object)
        if identity in context:
            stream.write(_recursion(object))
            self._recursive = True
            self._readable = False
            return
        shown = self._repr(object, context, level)
        width = self._width - indent - allowance
        if len(shown) > width:
            show = self._dispatch.get(type(object).__repr__)
            if show is not None:
                context[identity] = 1
                show(self, object, stream, indent, allowance, context, level + 1)
                del context[identity]
                return
            if _is_shown_dataclass(object):
                context[identity] = 1
                self._show_dataclass(object, stream, indent, allowance, context, level + 1)
                del context[identity]
                return
        stream.write(shown)

    def _show_dataclass(self, object, stream, indent, allowance, context, level):
        name = object.__class__.__name__
        items = [
            (field.name, getattr(object, field.name))
            for field in _dataclasses.fields(object) if field.repr and field.name in object.__dict__
        ]
        stream.write(name + "(")
        self._show_namespace_items(items, stream, indent + len(name) + 1, allowance, context, level)
        stream.write(")")

    _dispatch = {}

    def _show_dict(self, object, stream, indent, allowance, context, level):
        write = stream.write
        write("{")
        if self._indent_per_level > 1:
            write((self._indent_per_level - 1) * " ")
        if object:
            self._show_dict_items(self._pairs(object), stream, indent, allowance + 1, context, level)
        write("}")

    _dispatch[dict.__repr__] = _show_dict

    def _show_ordered_dict(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        name = object.__class__.__name__
        stream.write(name + "(")
        self._format(list(object.items()), stream, indent + len(name) + 1, allowance + 1, context, level)
        stream.write(")")

    _dispatch[_collections.OrderedDict.__repr__] = _show_ordered_dict

    def _show_list(self, object, stream, indent, allowance, context, level):
        stream.write("[")
        self._show_items(object, stream, indent, allowance + 1, context, level)
        stream.write("]")

    _dispatch[list.__repr__] = _show_list

    def _show_tuple(self, object, stream, indent, allowance, context, level):
        stream.write("(")
        end = ",)" if len(object) == 1 else ")"
        self._show_items(object, stream, indent, allowance + len(end), context, level)
        stream.write(end)

    _dispatch[tuple.__repr__] = _show_tuple

    def _show_set(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        kind = object.__class__
        if kind is set:
            stream.write("{")
            end = "}"
        else:
            stream.write(kind.__name__ + "({")
            end = "})"
            indent += len(kind.__name__) + 1
        self._show_items(sorted(object, key=_Key), stream, indent, allowance + len(end), context, level)
        stream.write(end)

    _dispatch[set.__repr__] = _show_set
    _dispatch[frozenset.__repr__] = _show_set

    def _show_str(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        chunks = []
        lines = object.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        widest = most = self._width - indent
        shown = ""
        for number, line in enumerate(lines):
            shown = repr(line)
            if number == len(lines) - 1:
                most -= allowance
            if len(shown) <= most:
                chunks.append(shown)
                continue
            # Words and the blanks behind them.
            parts = re.findall(r"\S*\s*", line)
            parts.pop()
            room = widest
            current = ""
            for place, part in enumerate(parts):
                candidate = current + part
                if place == len(parts) - 1 and number == len(lines) - 1:
                    room -= allowance
                if len(repr(candidate)) > room:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            stream.write(shown)
            return
        if level == 1:
            stream.write("(")
        stream.write(("\n" + " " * indent).join(chunks))
        if level == 1:
            stream.write(")")

    _dispatch[str.__repr__] = _show_str

    def _show_bytes(self, object, stream, indent, allowance, context, level):
        if len(object) <= 4:
            stream.write(repr(object))
            return
        parenthesised = level == 1
        if parenthesised:
            indent += 1
            allowance += 1
            stream.write("(")
        between = ""
        for shown in _wrapped_bytes(object, self._width - indent, allowance):
            stream.write(between + shown)
            between = between or "\n" + " " * indent
        if parenthesised:
            stream.write(")")

    _dispatch[bytes.__repr__] = _show_bytes

    def _show_bytearray(self, object, stream, indent, allowance, context, level):
        stream.write("bytearray(")
        self._show_bytes(bytes(object), stream, indent + 10, allowance + 1, context, level + 1)
        stream.write(")")

    _dispatch[bytearray.__repr__] = _show_bytearray

    def _show_mapping_proxy(self, object, stream, indent, allowance, context, level):
        stream.write("mappingproxy(")
        self._format(object.copy(), stream, indent + 13, allowance + 1, context, level)
        stream.write(")")

    _dispatch[_types.MappingProxyType.__repr__] = _show_mapping_proxy

    def _show_namespace(self, object, stream, indent, allowance, context, level):
        name = "namespace" if type(object) is _types.SimpleNamespace else object.__class__.__name__
        stream.write(name + "(")
        self._show_namespace_items(object.__dict__.items(), stream, indent + len(name) + 1, allowance, context, level)
        stream.write(")")

    _dispatch[_types.SimpleNamespace.__repr__] = _show_namespace

    def _show_default_dict(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        factory = self._repr(object.default_factory, context, level)
        name = object.__class__.__name__
        indent += len(name) + 1
        stream.write(f"{name}({factory},\n{' ' * indent}")
        self._show_dict(object, stream, indent, allowance + 1, context, level)
        stream.write(")")

    _dispatch[_collections.defaultdict.__repr__] = _show_default_dict

    def _show_counter(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        name = object.__class__.__name__
        stream.write(name + "({")
        if self._indent_per_level > 1:
            stream.write((self._indent_per_level - 1) * " ")
        self._show_dict_items(object.most_common(), stream, indent + len(name) + 1, allowance + 2, context, level)
        stream.write("})")

    _dispatch[_collections.Counter.__repr__] = _show_counter

    def _show_chain_map(self, object, stream, indent, allowance, context, level):
        if not len(object.maps):
            stream.write(repr(object))
            return
        name = object.__class__.__name__
        stream.write(name + "(")
        indent += len(name) + 1
        for number, mapping in enumerate(object.maps):
            if number == len(object.maps) - 1:
                self._format(mapping, stream, indent, allowance + 1, context, level)
                stream.write(")")
            else:
                self._format(mapping, stream, indent, 1, context, level)
                stream.write(",\n" + " " * indent)

    _dispatch[_collections.ChainMap.__repr__] = _show_chain_map

    def _show_deque(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        name = object.__class__.__name__
        stream.write(name + "(")
        indent += len(name) + 1
        stream.write("[")
        if object.maxlen is None:
            self._show_items(object, stream, indent, allowance + 2, context, level)
            stream.write("])")
        else:
            self._show_items(object, stream, indent, 2, context, level)
            shown = self._repr(object.maxlen, context, level)
            stream.write(f"],\n{' ' * indent}maxlen={shown})")

    _dispatch[_collections.deque.__repr__] = _show_deque

    def _show_user_data(self, object, stream, indent, allowance, context, level):
        self._format(object.data, stream, indent, allowance, context, level - 1)

    _dispatch[_collections.UserDict.__repr__] = _show_user_data
    _dispatch[_collections.UserList.__repr__] = _show_user_data
    _dispatch[_collections.UserString.__repr__] = _show_user_data

    # Items.

    def _show_dict_items(self, items, stream, indent, allowance, context, level):
        indent += self._indent_per_level
        between = ",\n" + " " * indent
        last = len(items) - 1
        for number, (key, value) in enumerate(items):
            shown = self._repr(key, context, level)
            stream.write(shown + ": ")
            self._format(
                value, stream, indent + len(shown) + 2, allowance if number == last else 1, context, level
            )
            if number != last:
                stream.write(between)

    def _show_namespace_items(self, items, stream, indent, allowance, context, level):
        between = ",\n" + " " * indent
        items = list(items)
        last = len(items) - 1
        for number, (key, value) in enumerate(items):
            stream.write(key + "=")
            if id(value) in context:
                stream.write("...")
            else:
                self._format(
                    value, stream, indent + len(key) + 1, allowance if number == last else 1, context, level
                )
            if number != last:
                stream.write(between)

    def _show_items(self, items, stream, indent, allowance, context, level):
        write = stream.write
        indent += self._indent_per_level
        if self._indent_per_level > 1:
            write((self._indent_per_level - 1) * " ")
        next_line = ",\n" + " " * indent
        between = ""
        width = room = self._width - indent + 1
        items = list(items)
        for number, item in enumerate(items):
            is_last = number == len(items) - 1
            if is_last:
                room -= allowance
                width -= allowance
            if self._compact:
                shown = self._repr(item, context, level)
                needed = len(shown) + 2
                if room < needed:
                    room = width
                    if between:
                        between = next_line
                if room >= needed:
                    room -= needed
                    write(between + shown)
                    between = ", "
                    continue
            write(between)
            between = next_line
            self._format(item, stream, indent, allowance if is_last else 1, context, level)

    # Reprs.

    def _repr(self, object, context, level):
        shown, readable, recursive = self.format(object, context.copy(), self._depth, level)
        if not readable:
            self._readable = False
        if recursive:
            self._recursive = True
        return shown

    def format(self, object, context, maxlevels, level):
        """An object on one line; whether it could be read back; whether it holds itself."""
        return self._safe_repr(object, context, maxlevels, level)

    def _safe_repr(self, object, context, maxlevels, level):
        # What a subclass makes of items is for it to say.
        asks = type(self).format is not PrettyPrinter.format
        return _native_safe_repr(self, asks, object, context, maxlevels, level)

    def _pairs(self, mapping):
        return sorted(mapping.items(), key=_pair_key) if self._sort_dicts else mapping.items()


def _is_shown_dataclass(object):
    """A dataclass whose repr is the one that dataclasses make."""
    kind = type(object)
    if not _dataclasses.is_dataclass(object) or isinstance(object, type) or not kind.__dataclass_params__.repr:
        return False
    method = kind.__repr__
    return hasattr(method, "__wrapped__") and "__create_fn__" in method.__wrapped__.__qualname__


def _recursion(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"


def _wrapped_bytes(data, width, allowance):
    current = b""
    last = len(data) // 4 * 4
    for place in range(0, len(data), 4):
        part = data[place:place + 4]
        candidate = current + part
        if place == last:
            width -= allowance
        if len(repr(candidate)) > width:
            if current:
                yield repr(current)
            current = part
        else:
            current = candidate
    if current:
        yield repr(current)
