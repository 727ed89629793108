"""Objects into pickles.

The opcodes go into `_frame`, a list of byte strings that is joined when it leaves. From protocol 4 on what leaves is
framed: at the first boundary between objects past 64 KiB, and at the end. Byte strings of that size travel outside
of frames. Invariant: the memo maps the identity of each object written to (its place, the object), so that the
object cannot die and lend its identity to another one.
"""

import sys
from copyreg import _extension_registry, dispatch_table as _reductions
from itertools import islice
from struct import pack

import _pickle_opcodes as op
from pickle import DEFAULT_PROTOCOL, HIGHEST_PROTOCOL, PickleBuffer, PicklingError

__native_in_cpython__ = True

_FRAME_TARGET = 64 * 1024
# A shorter frame costs more than it saves.
_FRAME_LEAST = 4
_BATCH = 1000
_TUPLES = (op.EMPTY_TUPLE, op.TUPLE1, op.TUPLE2, op.TUPLE3)
_FUNCTION = type(lambda: None)
_SMALL_INTS = [op.BININT1 + bytes([number]) for number in range(256)]


class Pickler:
    """Writes pickles of objects to a file."""

    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        if protocol is None:
            protocol = DEFAULT_PROTOCOL
        if protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError(f"pickle protocol must be <= {HIGHEST_PROTOCOL}")
        if buffer_callback is not None and protocol < 5:
            raise ValueError("buffer_callback needs protocol >= 5")
        try:
            self._file_write = file.write
        except AttributeError:
            raise TypeError("file must have a 'write' attribute") from None
        self._buffer_callback = buffer_callback
        self.memo = {}
        self.proto = int(protocol)
        self.bin = protocol >= 1
        self.fast = 0
        self.fix_imports = fix_imports and protocol < 3

    def clear_memo(self):
        """Forget what was written before: the next pickle stands for itself."""
        self.memo.clear()

    def persistent_id(self, obj):
        """What to write in the place of an object, None for the object itself; subclasses replace this."""
        return None

    def dump(self, obj):
        """Write the pickle of an object."""
        if not hasattr(self, "_file_write"):
            raise PicklingError(f"Pickler.__init__() was not called by {type(self).__name__}.__init__()")
        self._frame = []
        self._size = 0
        replaced = getattr(self.persistent_id, "__func__", None) is not Pickler.persistent_id
        self._persistent_id = self.persistent_id if replaced else None
        self._reducer_override = getattr(self, "reducer_override", None)
        self._own_reductions = getattr(self, "dispatch_table", _reductions)
        self._head = op.PROTO + bytes([self.proto]) if self.proto >= 2 else b""
        self._save(obj)
        self._write(op.STOP)
        self._end_frame()

    # What leaves.

    def _write(self, data):
        self._frame.append(data)
        self._size += len(data)

    def _end_frame(self, after=b""):
        data = b"".join(self._frame)
        if self.proto >= 4 and len(data) >= _FRAME_LEAST:
            self._head += op.FRAME + pack("<Q", len(data))
        self._file_write(self._head + data + after)
        self._frame = []
        self._size = 0
        self._head = b""

    def _write_large(self, header, payload):
        if len(payload) < _FRAME_TARGET:
            self._write(header)
            self._write(payload)
        else:
            self._end_frame(after=header)
            self._file_write(payload)

    # The memo.

    def _memoize(self, obj):
        if self.fast:
            return
        place = len(self.memo)
        self.memo[id(obj)] = place, obj
        if self.proto >= 4:
            self._write(op.MEMOIZE)
        elif not self.bin:
            self._write(op.PUT + b"%d\n" % place)
        elif place < 256:
            self._write(op.BINPUT + bytes([place]))
        else:
            self._write(op.LONG_BINPUT + pack("<I", place))

    def _get(self, obj):
        place = self.memo[id(obj)][0]
        if not self.bin:
            return op.GET + b"%d\n" % place
        return op.BINGET + bytes([place]) if place < 256 else op.LONG_BINGET + pack("<I", place)

    # Any object.

    def _save(self, obj, persistent=True):
        if self._size >= _FRAME_TARGET and self.proto >= 4:
            self._end_frame()
        if persistent and self._persistent_id is not None:
            identifier = self._persistent_id(obj)
            if identifier is not None:
                self._save_persistent(identifier)
                return
        kind = type(obj)
        save = _ATOMS.get(kind)
        if save is None:
            if id(obj) in self.memo:
                self._write(self._get(obj))
                return
            save = _CONTAINERS.get(kind)
        if save is not None:
            save(self, obj)
        else:
            self._save_by_reduction(obj, kind)

    def _save_persistent(self, identifier):
        if self.bin:
            self._save(identifier, persistent=False)
            self._write(op.BINPERSID)
            return
        try:
            self._write(op.PERSID + str(identifier).encode("ascii") + b"\n")
        except UnicodeEncodeError:
            raise PicklingError("persistent IDs in protocol 0 must be ASCII strings") from None

    def _save_by_reduction(self, obj, kind):
        reduced = NotImplemented
        if self._reducer_override is not None:
            reduced = self._reducer_override(obj)
        if reduced is NotImplemented:
            if kind is type:
                self._save_type(obj)
                return
            if kind is _FUNCTION:
                self._save_global(obj)
                return
            reduce = self._own_reductions.get(kind)
            if reduce is not None:
                reduced = reduce(obj)
            elif issubclass(kind, type):
                self._save_global(obj)
                return
            else:
                reduced = _reduce(obj, self.proto)
        if isinstance(reduced, str):
            self._save_global(obj, reduced)
        elif not isinstance(reduced, tuple):
            raise PicklingError("__reduce__ must return a string or tuple")
        elif not 2 <= len(reduced) <= 6:
            raise PicklingError("tuple returned by __reduce__ must contain 2 through 6 elements")
        else:
            self._save_reduced(*reduced, obj=obj)

    def _save_reduced(self, func, args, state=None, listitems=None, dictitems=None, state_setter=None, *, obj=None):
        _check_reduced(func, args, listitems, dictitems, state_setter)
        name = getattr(func, "__name__", "") if self.proto >= 2 else ""
        if name == "__newobj_ex__":
            self._save_new_with_keywords(args)
        elif name == "__newobj__":
            self._save_new(args, obj)
        else:
            self._save(func)
            self._save(args)
            self._write(op.REDUCE)
        if obj is not None:
            if id(obj) in self.memo:
                # Its own arguments led back to it: it was written among them.
                self._write(op.POP + self._get(obj))
            else:
                self._memoize(obj)
        if listitems is not None:
            self._save_items(listitems)
        if dictitems is not None:
            self._save_pairs(dictitems)
        if state is not None:
            self._save_state(state, state_setter, obj)

    def _save_state(self, state, setter, obj):
        if setter is None:
            self._save(state)
            self._write(op.BUILD)
            return
        self._save(setter)
        self._save(obj)
        self._save(state)
        # What the setter returns is of no interest.
        self._write(op.TUPLE2 + op.REDUCE + op.POP)

    def _save_new(self, args, obj):
        if not args:
            raise PicklingError("__newobj__ arglist is empty")
        cls, *rest = args
        if not hasattr(cls, "__new__") or not isinstance(cls, type):
            raise PicklingError("args[0] from __newobj__ args is not a type")
        if obj is not None and cls is not obj.__class__:
            raise PicklingError("args[0] from __newobj__ args has the wrong class")
        self._save(cls)
        self._save(tuple(rest))
        self._write(op.NEWOBJ)

    def _save_new_with_keywords(self, args):
        if len(args) != 3:
            raise PicklingError(f"length of the NEWOBJ_EX argument tuple must be exactly 3, not {len(args)}")
        for place, item, expected, article in zip(("first", "second", "third"), args, (type, tuple, dict),
                                                  ("class", "tuple", "dict")):
            if not isinstance(item, expected):
                raise PicklingError(f"{place} item from NEWOBJ_EX argument tuple must be a {article}, "
                                    f"not {type(item).__name__}")
        if self.proto >= 4:
            for item in args:
                self._save(item)
            self._write(op.NEWOBJ_EX)
        else:
            from functools import partial
            cls, positional, keywords = args
            self._save(partial(cls.__new__, cls, *positional, **keywords))
            self._save(())
            self._write(op.REDUCE)

    # Numbers, texts, bytes.

    def _save_none(self, obj):
        self._write(op.NONE)

    def _save_bool(self, obj):
        if self.proto >= 2:
            self._write(op.NEWTRUE if obj else op.NEWFALSE)
        else:
            self._write(op.TRUE if obj else op.FALSE)

    def _save_int(self, obj):
        if self.bin and 0 <= obj < 256:
            data = _SMALL_INTS[obj]
        elif self.bin and 0 <= obj < 0x10000:
            data = op.BININT2 + pack("<H", obj)
        elif -0x80000000 <= obj <= 0x7FFFFFFF:
            data = op.BININT + pack("<i", obj) if self.bin else op.INT + b"%d\n" % obj
        elif self.proto < 2:
            data = op.LONG + repr(obj).encode() + b"L\n"
        else:
            # Two's complement with room for the sign, which a power of two on the negative side does not need.
            length = (obj if obj >= 0 else ~obj).bit_length() // 8 + 1
            header = op.LONG1 + bytes([length]) if length < 256 else op.LONG4 + pack("<i", length)
            data = header + obj.to_bytes(length, "little", signed=True)
        self._write(data)

    def _save_float(self, obj):
        self._write(op.BINFLOAT + pack(">d", obj) if self.bin else op.FLOAT + repr(obj).encode() + b"\n")

    def _save_str(self, obj):
        if not self.bin:
            line = obj
            # The backslash first.
            for character in "\\\0\n\r\x1a":
                line = line.replace(character, f"\\u{ord(character):04x}")
            self._write(op.UNICODE + line.encode("raw-unicode-escape") + b"\n")
        else:
            data = obj.encode("utf-8", "surrogatepass")
            length = len(data)
            if length <= 0xFF and self.proto >= 4:
                self._write(op.SHORT_BINUNICODE + bytes([length]) + data)
            elif length > 0xFFFFFFFF and self.proto >= 4:
                self._write_large(op.BINUNICODE8 + pack("<Q", length), data)
            else:
                self._write_large(op.BINUNICODE + pack("<I", length), data)
        self._memoize(obj)

    def _save_bytes(self, obj):
        if self.proto < 3:
            if obj:
                import codecs
                self._save_reduced(codecs.encode, (str(obj, "latin1"), "latin1"), obj=obj)
            else:
                self._save_reduced(bytes, (), obj=obj)
            return
        length = len(obj)
        if length <= 0xFF:
            self._write(op.SHORT_BINBYTES + bytes([length]) + obj)
        elif length > 0xFFFFFFFF and self.proto >= 4:
            self._write_large(op.BINBYTES8 + pack("<Q", length), obj)
        else:
            self._write_large(op.BINBYTES + pack("<I", length), obj)
        self._memoize(obj)

    def _save_bytearray(self, obj):
        if self.proto < 5:
            self._save_reduced(bytearray, (bytes(obj),) if obj else (), obj=obj)
        else:
            self._write_large(op.BYTEARRAY8 + pack("<Q", len(obj)), bytes(obj))
            self._memoize(obj)

    def _save_buffer(self, obj):
        if self.proto < 5:
            raise PicklingError("PickleBuffer can only be pickled with protocol >= 5")
        with obj.raw() as view:
            contents, constant = view.tobytes(), view.readonly
        if self._buffer_callback is None or self._buffer_callback(obj):
            if constant:
                self._save_bytes(contents)
            else:
                self._save_bytearray(bytearray(contents))
            return
        self._write(op.NEXT_BUFFER + (op.READONLY_BUFFER if constant else b""))

    # Containers.

    def _save_tuple(self, obj):
        length = len(obj)
        if not length:
            self._write(op.EMPTY_TUPLE if self.bin else op.MARK + op.TUPLE)
            return
        short = length <= 3 and self.proto >= 2
        if not short:
            self._write(op.MARK)
        for item in obj:
            self._save(item)
        if id(obj) in self.memo:
            # An item led back to the tuple, which was written there.
            undo = op.POP * length if short else op.POP_MARK if self.bin else op.POP * (length + 1)
            self._write(undo + self._get(obj))
        else:
            self._write(_TUPLES[length] if short else op.TUPLE)
            self._memoize(obj)

    def _save_list(self, obj):
        self._write(op.EMPTY_LIST if self.bin else op.MARK + op.LIST)
        self._memoize(obj)
        if not self.bin:
            self._save_items(iter(obj))
        elif len(obj) == 1:
            self._save(obj[0])
            self._write(op.APPEND)
        else:
            done = 0
            while done < len(obj):
                self._write(op.MARK)
                for item in islice(obj, done, done + _BATCH):
                    self._save(item)
                    done += 1
                self._write(op.APPENDS)

    def _save_items(self, items):
        """What an iterator yields, to be appended to the object on the stack."""
        if not self.bin:
            for item in items:
                self._save(item)
                self._write(op.APPEND)
            return
        while batch := list(islice(items, _BATCH)):
            if len(batch) > 1:
                self._write(op.MARK)
            for item in batch:
                self._save(item)
            self._write(op.APPENDS if len(batch) > 1 else op.APPEND)

    def _save_dict(self, obj):
        self._write(op.EMPTY_DICT if self.bin else op.MARK + op.DICT)
        self._memoize(obj)
        if not self.bin or len(obj) <= 1:
            self._save_pairs(iter(obj.items()))
            return
        pairs = iter(obj.items())
        count = _BATCH
        while count == _BATCH:
            self._write(op.MARK)
            count = 0
            for key, value in islice(pairs, _BATCH):
                self._save(key)
                self._save(value)
                count += 1
            self._write(op.SETITEMS)

    def _save_pairs(self, pairs):
        """The pairs that an iterator yields, to be items of the object on the stack."""
        if not self.bin:
            for key, value in pairs:
                self._save(key)
                self._save(value)
                self._write(op.SETITEM)
            return
        while batch := list(islice(pairs, _BATCH)):
            if len(batch) > 1:
                self._write(op.MARK)
            for key, value in batch:
                self._save(key)
                self._save(value)
            self._write(op.SETITEMS if len(batch) > 1 else op.SETITEM)

    def _save_set(self, obj):
        if self.proto < 4:
            self._save_reduced(set, (list(obj),), obj=obj)
            return
        self._write(op.EMPTY_SET)
        self._memoize(obj)
        items = iter(obj)
        count = _BATCH if obj else 0
        while count == _BATCH:
            self._write(op.MARK)
            count = 0
            for item in islice(items, _BATCH):
                self._save(item)
                count += 1
            self._write(op.ADDITEMS)

    def _save_frozenset(self, obj):
        if self.proto < 4:
            self._save_reduced(frozenset, (list(obj),), obj=obj)
            return
        self._write(op.MARK)
        for item in obj:
            self._save(item)
        if id(obj) in self.memo:
            self._write(op.POP_MARK + self._get(obj))
        else:
            self._write(op.FROZENSET)
            self._memoize(obj)

    # What is found by its name.

    def _save_type(self, obj):
        for single in (None, NotImplemented, ...):
            if obj is type(single):
                self._save_reduced(type, (single,), obj=obj)
                return
        self._save_global(obj)

    def _save_global(self, obj, name=None):
        if name is None:
            name = getattr(obj, "__qualname__", None) or obj.__name__
        if "<locals>" in name.split("."):
            raise AttributeError(f"Can't get local object {name!r}")
        module_name = which_module(obj, name)
        if _look_up(obj, module_name, name) is not obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module_name}.{name}")
        code = _extension_registry.get((module_name, name)) if self.proto >= 2 else None
        if code is not None:
            self._write(op.EXT1 + bytes([code]) if code < 0x100 else op.EXT2 + pack("<H", code) if code < 0x10000
                        else op.EXT4 + pack("<i", code))
            return
        if self.proto >= 4:
            self._save(module_name)
            self._save(name)
            self._write(op.STACK_GLOBAL)
        else:
            self._save_attribute_of_global(module_name, *name.split("."))
        self._memoize(obj)

    def _save_attribute_of_global(self, module_name, name, *attributes):
        """The old opcode knows no dots: getattr(getattr(name, attribute), attribute)."""
        for _ in attributes:
            self._save(getattr)
            if self.proto < 2:
                self._write(op.MARK)
        self._write_global(module_name, name)
        for attribute in attributes:
            self._save(attribute)
            self._write((op.TUPLE if self.proto < 2 else op.TUPLE2) + op.REDUCE)

    def _write_global(self, module_name, name):
        encoding = "utf-8" if self.proto >= 3 else "ascii"
        if self.fix_imports:
            import _compat_pickle as old
            module_name, name = old.REVERSE_NAME_MAPPING.get((module_name, name), (module_name, name))
            module_name = old.REVERSE_IMPORT_MAPPING.get(module_name, module_name)
        try:
            self._write(op.GLOBAL + module_name.encode(encoding) + b"\n" + name.encode(encoding) + b"\n")
        except UnicodeEncodeError:
            raise PicklingError(f"can't pickle global identifier '{module_name}.{name}' using "
                                f"pickle protocol {self.proto}") from None


# Never in the memo, always written.
_ATOMS = {type(None): Pickler._save_none, bool: Pickler._save_bool, int: Pickler._save_int,
          float: Pickler._save_float}
_CONTAINERS = {str: Pickler._save_str, bytes: Pickler._save_bytes, bytearray: Pickler._save_bytearray,
               tuple: Pickler._save_tuple, list: Pickler._save_list, dict: Pickler._save_dict,
               set: Pickler._save_set, frozenset: Pickler._save_frozenset, PickleBuffer: Pickler._save_buffer}


def _reduce(obj, protocol):
    reduce = getattr(obj, "__reduce_ex__", None)
    if reduce is not None:
        return reduce(protocol)
    reduce = getattr(obj, "__reduce__", None)
    if reduce is not None:
        return reduce()
    raise PicklingError(f"can't pickle '{type(obj).__name__}' object: {obj!r}")


def _check_reduced(func, args, listitems, dictitems, state_setter):
    if not callable(func):
        raise PicklingError("first item of the tuple returned by __reduce__ must be callable")
    if not isinstance(args, tuple):
        raise PicklingError("second item of the tuple returned by __reduce__ must be a tuple")
    for place, items in (("fourth", listitems), ("fifth", dictitems)):
        if items is not None and not hasattr(type(items), "__next__"):
            raise PicklingError(f"{place} element of the tuple returned by __reduce__ must be an iterator, "
                                f"not {type(items).__name__}")
    if state_setter is not None and not callable(state_setter):
        raise PicklingError(f"sixth element of the tuple returned by __reduce__ must be a function, "
                            f"not {type(state_setter).__name__}")


def which_module(obj, name):
    """The name of the module that an object is found in."""
    module_name = getattr(obj, "__module__", None)
    if module_name is not None:
        return module_name
    for module_name, module in sys.modules.copy().items():
        if module_name in ("__main__", "__mp_main__") or module is None:
            continue
        try:
            if _walk_name(module, name) is obj:
                return module_name
        except AttributeError:
            pass
    return "__main__"


def _look_up(obj, module_name, name):
    """The object of that name in a module."""
    try:
        __import__(module_name)
        module = sys.modules[module_name]
    except (ImportError, KeyError):
        raise PicklingError(f"Can't pickle {obj!r}: import of module {module_name!r} failed") from None
    try:
        return _walk_name(module, name)
    except AttributeError:
        raise PicklingError(f"Can't pickle {obj!r}: attribute lookup {name} on {module_name} failed") from None


def _walk_name(found, name):
    for part in name.split("."):
        found = getattr(found, part)
    return found
