"""Pickles back into objects.

The machine has a stack of values; MARK puts the current stack aside on `_marks` and begins a new one. `_HANDLERS`
maps each opcode to the method that does it. Reading is from `_data`, a piece of the pickle that lies in memory (all of
it, or one frame), and past its end from the file.
"""

import sys
from struct import unpack

import _pickle_opcodes as op
from pickle import HIGHEST_PROTOCOL, UnpicklingError

__native_in_cpython__ = True

_NO_PERSISTENT_LOAD = ("A load persistent id instruction was encountered, but no persistent_load function was "
                       "specified.")


class _Stop(Exception):
    """The pickle's end: carries the object."""


class Unpickler:
    """Reads objects from the pickles in a file."""

    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        try:
            self._file_read, self._file_readline = file.read, file.readline
        except AttributeError:
            raise TypeError("file must have 'read' and 'readline' attributes") from None
        self._prepare(b"", fix_imports, encoding, errors, buffers)

    def _prepare(self, data, fix_imports, encoding, errors, buffers):
        self._data, self._position = data, 0
        self._buffers = None if buffers is None else iter(buffers)
        self.memo = {}
        self.encoding, self.errors = encoding, errors
        self.proto = 0
        self.fix_imports = fix_imports

    def load(self):
        """Read the next object."""
        if not hasattr(self, "_file_read"):
            raise UnpicklingError(f"Unpickler.__init__() was not called by {type(self).__name__}.__init__()")
        self._marks = []
        self.stack = []
        self._push = self.stack.append
        self.proto = 0
        try:
            while True:
                code = self._next()
                handler = _HANDLERS[code]
                if handler is None:
                    shown = chr(code) if 32 <= code < 127 and code != 39 else f"\\x{code:02x}"
                    raise UnpicklingError(f"invalid load key, '{shown}'.")
                handler(self)
        except _Stop as stop:
            return stop.args[0]
        except IndexError:
            if self.stack:
                raise
            raise UnpicklingError("unexpected MARK found" if self._marks else "unpickling stack underflow") from None

    def persistent_load(self, pid):
        """The object that an identifier stands for; subclasses replace this."""
        raise UnpicklingError(_NO_PERSISTENT_LOAD)

    def find_class(self, module, name, /):
        """The object of that name in a module."""
        if self.proto < 3 and self.fix_imports:
            import _compat_pickle as old
            module, name = old.NAME_MAPPING.get((module, name), (module, name))
            module = old.IMPORT_MAPPING.get(module, module)
        __import__(module)
        found = container = sys.modules[module]
        parts = name.split(".") if self.proto >= 4 else [name]
        if "<locals>" in parts:
            raise AttributeError(f"Can't get local attribute {name!r} on {container!r}")
        for part in parts:
            try:
                found = getattr(found, part)
            except AttributeError:
                raise AttributeError(f"Can't get attribute {name!r} on {container!r}") from None
        return found

    # Reading.

    def _next(self):
        position = self._position
        if position < len(self._data):
            self._position = position + 1
            return self._data[position]
        code = self._file_read(1)
        if not code:
            raise EOFError("Ran out of input")
        return code[0]

    def _take(self, length):
        position = self._position
        end = position + length
        if end <= len(self._data):
            self._position = end
            return self._data[position:end]
        rest = self._data[position:]
        self._position = len(self._data)
        data = rest + self._file_read(length - len(rest))
        if len(data) < length:
            raise UnpicklingError("pickle data was truncated")
        return data

    def _byte(self):
        return self._take(1)[0]

    def _number(self, length):
        return int.from_bytes(self._take(length), "little")

    def _line(self):
        end = self._data.find(b"\n", self._position)
        if end >= 0:
            line = self._data[self._position:end]
            self._position = end + 1
            return line
        line = self._data[self._position:] + self._file_readline()
        self._position = len(self._data)
        if not line.endswith(b"\n"):
            raise UnpicklingError("pickle data was truncated")
        return line[:-1]

    def _load_proto(self):
        self.proto = self._byte()
        if self.proto > HIGHEST_PROTOCOL:
            raise ValueError(f"unsupported pickle protocol: {self.proto}")

    def _load_frame(self):
        length = self._number(8)
        if length > sys.maxsize:
            raise ValueError(f"frame size > sys.maxsize: {length}")
        if self._position == len(self._data):
            self._data, self._position = self._take(length), 0
        elif length > len(self._data) - self._position:
            raise UnpicklingError("pickle data was truncated")

    # The stack.

    def _pop_mark(self):
        """The values above the mark, which goes."""
        if not self._marks:
            raise UnpicklingError("could not find MARK")
        items = self.stack
        self.stack = self._marks.pop()
        self._push = self.stack.append
        return items

    def _load_mark(self):
        self._marks.append(self.stack)
        self.stack = []
        self._push = self.stack.append

    def _load_stop(self):
        raise _Stop(self.stack.pop())

    def _load_pop(self):
        if self.stack:
            del self.stack[-1]
        elif self._marks:
            self._pop_mark()
        else:
            raise UnpicklingError("unpickling stack underflow")

    def _load_dup(self):
        self._push(self.stack[-1])

    # The memo.

    def _remember(self, place):
        if place < 0:
            raise ValueError("negative PUT argument")
        self.memo[place] = self.stack[-1]

    def _recall(self, place):
        try:
            self._push(self.memo[place])
        except KeyError:
            raise UnpicklingError(f"Memo value not found at index {place}") from None

    def _load_put(self):
        line = self._line()
        if not line:
            raise UnpicklingError("pickle data was truncated")
        self._remember(int(line))

    def _load_get(self):
        self._recall(int((self._line() + b"\n").decode("latin-1")))

    def _load_memoize(self):
        self._remember(len(self.memo))

    # Numbers, texts, bytes.

    def _load_int(self):
        line = self._line()
        if line in (b"00", b"01"):
            self._push(line == b"01")
            return
        try:
            self._push(int(line, 0))
        except ValueError:
            raise ValueError("could not convert string to int") from None

    def _load_long(self):
        line = self._line()
        self._push(int((line[:-1] if line.endswith(b"L") else line + b"\n").decode("latin-1")))

    def _load_long_bytes(self, length):
        if length < 0:
            raise UnpicklingError("LONG pickle has negative byte count")
        self._push(int.from_bytes(self._take(length), "little", signed=True))

    def _load_float(self):
        line = self._line()
        try:
            self._push(float(line))
        except ValueError:
            raise ValueError(f"could not convert string to float: '{line.decode("latin-1")}\n'") from None

    def _push_string(self, data):
        self._push(data if self.encoding == "bytes" else data.decode(self.encoding, self.errors))

    def _load_string(self):
        line = self._line().rstrip()
        if len(line) < 2 or line[:1] != line[-1:] or line[:1] not in (b'"', b"'"):
            raise UnpicklingError("the STRING opcode argument must be quoted")
        import codecs
        self._push_string(codecs.escape_decode(line[1:-1])[0])

    def _load_binstring(self):
        length = int.from_bytes(self._take(4), "little", signed=True)
        if length < 0:
            raise UnpicklingError("BINSTRING pickle has negative byte count")
        self._push_string(self._take(length))

    def _push_text(self, length):
        self._push(str(self._take(length), "utf-8", "surrogatepass"))

    def _push_bytes(self, length):
        self._push(bytes(self._take(length)))

    # Containers.

    def _load_tuple(self):
        items = self._pop_mark()
        self._push(tuple(items))

    def _push_tuple(self, length):
        if len(self.stack) < length:
            raise UnpicklingError("unpickling stack underflow")
        self.stack[-length:] = [tuple(self.stack[-length:])]

    def _load_list(self):
        items = self._pop_mark()
        self._push(items)

    def _load_append(self):
        if len(self.stack) < 2:
            raise UnpicklingError("unpickling stack underflow")
        item = self.stack.pop()
        self.stack[-1].append(item)

    def _load_appends(self):
        items = self._pop_mark()
        target = self.stack[-1]
        if type(target) is list:
            target += items
        elif hasattr(target, "extend"):
            target.extend(items)
        else:
            for item in items:
                target.append(item)

    def _load_dict(self):
        items = self._pop_mark()
        if len(items) % 2:
            raise UnpicklingError("odd number of items for DICT")
        self._push(dict(zip(items[::2], items[1::2])))

    def _load_setitem(self):
        value, key = self.stack.pop(), self.stack.pop()
        self.stack[-1][key] = value

    def _load_setitems(self):
        items = self._pop_mark()
        target = self.stack[-1]
        if len(items) % 2:
            raise UnpicklingError("odd number of items for SETITEMS")
        for index in range(0, len(items), 2):
            target[items[index]] = items[index + 1]

    def _load_additems(self):
        items = self._pop_mark()
        target = self.stack[-1]
        if isinstance(target, set):
            target.update(items)
        else:
            for item in items:
                target.add(item)

    def _load_frozenset(self):
        items = self._pop_mark()
        self._push(frozenset(items))

    # What is found by its name.

    def _load_global(self):
        module, name = self._line().decode("utf-8"), self._line().decode("utf-8")
        self._push(self.find_class(module, name))

    def _load_stack_global(self):
        name, module = self.stack.pop(), self.stack.pop()
        if type(name) is not str or type(module) is not str:
            raise UnpicklingError("STACK_GLOBAL requires str")
        self._push(self.find_class(module, name))

    def _load_extension(self, length):
        code = int.from_bytes(self._take(length), "little", signed=length == 4)
        if code <= 0:
            raise UnpicklingError("EXT specifies code <= 0")
        import copyreg
        missing = object()
        found = copyreg._extension_cache.get(code, missing)
        if found is missing:
            key = copyreg._inverted_registry.get(code)
            if key is None:
                raise ValueError(f"unregistered extension code {code}")
            found = copyreg._extension_cache[code] = self.find_class(*key)
        self._push(found)

    # Objects.

    def _load_reduce(self):
        if len(self.stack) < 2:
            raise UnpicklingError("unpickling stack underflow")
        args = self.stack.pop()
        function = self.stack[-1]
        if callable(function) and not isinstance(args, tuple):
            raise TypeError("argument list must be a tuple")
        self.stack[-1] = function(*args)

    def _load_newobj(self):
        if len(self.stack) < 2:
            raise UnpicklingError("unpickling stack underflow")
        args, cls = self.stack.pop(), self.stack.pop()
        self._push(_new("NEWOBJ", cls, args, {}))

    def _load_newobj_ex(self):
        if len(self.stack) < 3:
            raise UnpicklingError("unpickling stack underflow")
        keywords, args, cls = self.stack.pop(), self.stack.pop(), self.stack.pop()
        self._push(_new("NEWOBJ_EX", cls, args, keywords))

    def _instantiate(self, cls, args):
        if args or not isinstance(cls, type) or hasattr(cls, "__getinitargs__"):
            self._push(cls(*args))
        else:
            self._push(cls.__new__(cls))

    def _load_inst(self):
        module, name = self._line().decode("ascii"), self._line().decode("ascii")
        args = self._pop_mark()
        self._instantiate(self.find_class(module, name), args)

    def _load_obj(self):
        items = self._pop_mark()
        if not items:
            raise UnpicklingError("unpickling stack underflow")
        self._instantiate(items[0], items[1:])

    def _load_build(self):
        if len(self.stack) < 2:
            raise UnpicklingError("unpickling stack underflow")
        state = self.stack.pop()
        instance = self.stack[-1]
        setstate = getattr(instance, "__setstate__", None)
        if setstate is not None:
            setstate(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state:
            if not isinstance(state, dict):
                raise UnpicklingError("state is not a dictionary")
            attributes = instance.__dict__
            for name, value in state.items():
                attributes[sys.intern(name) if type(name) is str else name] = value
        elif state is not None and slots is None:
            instance.__dict__
        if slots:
            if not isinstance(slots, dict):
                raise UnpicklingError("slot state is not a dictionary")
            for name, value in slots.items():
                setattr(instance, name, value)

    def _load_persid(self):
        line = self._line()
        try:
            identifier = line.decode("ascii")
        except UnicodeDecodeError:
            raise UnpicklingError("persistent IDs in protocol 0 must be ASCII strings") from None
        self._push(self.persistent_load(identifier))

    def _load_binpersid(self):
        self._push(self.persistent_load(self.stack.pop()))

    # Buffers that travel apart.

    def _load_next_buffer(self):
        if self._buffers is None:
            raise UnpicklingError("pickle stream refers to out-of-band data but no *buffers* argument was given")
        try:
            self._push(next(self._buffers))
        except StopIteration:
            raise UnpicklingError("not enough out-of-band buffers") from None

    def _load_readonly_buffer(self):
        with memoryview(self.stack[-1]) as view:
            if not view.readonly:
                self.stack[-1] = view.toreadonly()


def _new(opcode, cls, args, keywords):
    for name, value, kind, kind_name in (("class", cls, type, "type"), ("args", args, tuple, "tuple"),
                                         ("kwargs", keywords, dict, "dict")):
        if not isinstance(value, kind):
            raise UnpicklingError(f"{opcode} {name} argument must be a {kind_name}, not {type(value).__name__}")
    return cls.__new__(cls, *args, **keywords)


def _table():
    load = Unpickler
    handlers = {
        op.PROTO: load._load_proto, op.FRAME: load._load_frame, op.MARK: load._load_mark, op.STOP: load._load_stop,
        op.POP: load._load_pop, op.POP_MARK: lambda self: self._pop_mark() and None, op.DUP: load._load_dup,
        op.PUT: load._load_put, op.BINPUT: lambda self: self._remember(self._byte()),
        op.LONG_BINPUT: lambda self: self._remember(self._number(4)), op.MEMOIZE: load._load_memoize,
        op.GET: load._load_get, op.BINGET: lambda self: self._recall(self._byte()),
        op.LONG_BINGET: lambda self: self._recall(self._number(4)),
        op.NONE: lambda self: self._push(None), op.NEWTRUE: lambda self: self._push(True),
        op.NEWFALSE: lambda self: self._push(False), op.INT: load._load_int,
        op.BININT1: lambda self: self._push(self._byte()), op.BININT2: lambda self: self._push(self._number(2)),
        op.BININT: lambda self: self._push(int.from_bytes(self._take(4), "little", signed=True)),
        op.LONG: load._load_long, op.LONG1: lambda self: self._load_long_bytes(self._byte()),
        op.LONG4: lambda self: self._load_long_bytes(int.from_bytes(self._take(4), "little", signed=True)),
        op.FLOAT: load._load_float, op.BINFLOAT: lambda self: self._push(unpack(">d", self._take(8))[0]),
        op.STRING: load._load_string, op.BINSTRING: load._load_binstring,
        op.SHORT_BINSTRING: lambda self: self._push_string(self._take(self._byte())),
        op.UNICODE: lambda self: self._push(str(self._line(), "raw-unicode-escape")),
        op.SHORT_BINUNICODE: lambda self: self._push_text(self._byte()),
        op.BINUNICODE: lambda self: self._push_text(self._number(4)),
        op.BINUNICODE8: lambda self: self._push_text(self._number(8)),
        op.SHORT_BINBYTES: lambda self: self._push_bytes(self._byte()),
        op.BINBYTES: lambda self: self._push_bytes(self._number(4)),
        op.BINBYTES8: lambda self: self._push_bytes(self._number(8)),
        op.BYTEARRAY8: lambda self: self._push(bytearray(self._take(self._number(8)))),
        op.TUPLE: load._load_tuple, op.EMPTY_TUPLE: lambda self: self._push(()),
        op.TUPLE1: lambda self: self._push_tuple(1), op.TUPLE2: lambda self: self._push_tuple(2),
        op.TUPLE3: lambda self: self._push_tuple(3), op.LIST: load._load_list,
        op.EMPTY_LIST: lambda self: self._push([]), op.APPEND: load._load_append, op.APPENDS: load._load_appends,
        op.DICT: load._load_dict, op.EMPTY_DICT: lambda self: self._push({}), op.SETITEM: load._load_setitem,
        op.SETITEMS: load._load_setitems, op.EMPTY_SET: lambda self: self._push(set()),
        op.ADDITEMS: load._load_additems, op.FROZENSET: load._load_frozenset, op.GLOBAL: load._load_global,
        op.STACK_GLOBAL: load._load_stack_global, op.EXT1: lambda self: self._load_extension(1),
        op.EXT2: lambda self: self._load_extension(2), op.EXT4: lambda self: self._load_extension(4),
        op.REDUCE: load._load_reduce, op.NEWOBJ: load._load_newobj, op.NEWOBJ_EX: load._load_newobj_ex,
        op.INST: load._load_inst, op.OBJ: load._load_obj, op.BUILD: load._load_build,
        op.PERSID: load._load_persid, op.BINPERSID: load._load_binpersid, op.NEXT_BUFFER: load._load_next_buffer,
        op.READONLY_BUFFER: load._load_readonly_buffer,
    }
    return [handlers.get(bytes([code])) for code in range(256)]


_HANDLERS = _table()


def loads(data, fix_imports, encoding, errors, buffers):
    """The object of a pickle in memory."""
    if type(data) is not bytes:
        try:
            data = bytes(memoryview(data))
        except TypeError:
            raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None
    unpickler = Unpickler.__new__(Unpickler)
    unpickler._file_read = unpickler._file_readline = lambda *length: b""
    unpickler._prepare(data, fix_imports, encoding, errors, buffers)
    return unpickler.load()
