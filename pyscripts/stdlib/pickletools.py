"""Pickles for human eyes: their opcodes, listings of them, and shorter ones that mean the same."""

import io
import pickle
import re

import _pickle_arguments
from _pickle_arguments import *

__all__ = ["dis", "genops", "optimize"]


class StackObject:
    """A kind of object on the unpickler's stack."""

    __slots__ = ("name", "obtype", "doc")

    def __init__(self, name, obtype, doc):
        self.name, self.obtype, self.doc = name, obtype, doc

    def __repr__(self):
        return self.name


pyint = pylong = StackObject("int", int, "An integer.")
pyinteger_or_bool = StackObject("int_or_bool", (int, bool), "An integer, or a truth value.")
pybool = StackObject("bool", bool, "A truth value.")
pyfloat = StackObject("float", float, "A float.")
pystring = pybytes_or_str = StackObject("bytes_or_str", (bytes, str), "A byte string, or a text decoded from one.")
pybytes = StackObject("bytes", bytes, "A byte string.")
pybytearray = StackObject("bytearray", bytearray, "A bytearray.")
pyunicode = StackObject("str", str, "A text.")
pynone = StackObject("None", type(None), "None.")
pytuple = StackObject("tuple", tuple, "A tuple.")
pylist = StackObject("list", list, "A list.")
pydict = StackObject("dict", dict, "A dict.")
pyset = StackObject("set", set, "A set.")
pyfrozenset = StackObject("frozenset", set, "A frozenset.")
pybuffer = StackObject("buffer", object, "An object with the buffer interface.")
anyobject = StackObject("any", object, "Any object at all.")
markobject = StackObject("mark", StackObject, "The place from which an opcode takes what is above it.")
stackslice = StackObject("stackslice", StackObject, "All that is above the topmost mark.")


class OpcodeInfo:
    """An opcode: its name and byte, what follows it, what it takes from the stack and leaves there."""

    __slots__ = ("name", "code", "arg", "stack_before", "stack_after", "proto", "doc")

    def __init__(self, name, code, arg, stack_before, stack_after, proto, doc):
        self.name, self.code, self.arg = name, code, arg
        self.stack_before, self.stack_after, self.proto, self.doc = stack_before, stack_after, proto, doc


# Name, argument, stack before, stack after, protocol, what it does; a letter stands for a kind of object.
_KINDS = {
    "i": pyint, "I": pyinteger_or_bool, "?": pybool, "f": pyfloat, "s": pybytes_or_str, "b": pybytes,
    "B": pybytearray, "u": pyunicode, "N": pynone, "t": pytuple, "l": pylist, "d": pydict, "e": pyset,
    "z": pyfrozenset, "v": pybuffer, "*": anyobject, "(": markobject, "~": stackslice,
}
_TABLE = """
INT decimalnl_short - I 0 Pushes an integer, written as a line; 00 and 01 mean False and True.
BININT int4 - i 1 Pushes a signed integer of four bytes.
BININT1 uint1 - i 1 Pushes an integer of one byte.
BININT2 uint2 - i 1 Pushes an integer of two bytes.
LONG decimalnl_long - i 0 Pushes an integer of any size, written as a line.
LONG1 long1 - i 2 Pushes an integer of up to 255 bytes.
LONG4 long4 - i 2 Pushes an integer of up to two gigabytes.
STRING stringnl - s 0 Pushes a byte string, written as a quoted line.
BINSTRING string4 - s 1 Pushes a byte string, its length in four bytes.
SHORT_BINSTRING string1 - s 1 Pushes a byte string, its length in one byte.
BINBYTES bytes4 - b 3 Pushes bytes, their number in four.
SHORT_BINBYTES bytes1 - b 3 Pushes bytes, their number in one.
BINBYTES8 bytes8 - b 4 Pushes bytes, their number in eight.
BYTEARRAY8 bytearray8 - B 5 Pushes a bytearray, its length in eight bytes.
NEXT_BUFFER - - v 5 Pushes the next of the buffers that travel apart.
READONLY_BUFFER - v v 5 Makes the buffer on top one that cannot be written to.
NONE - - N 0 Pushes None.
NEWTRUE - - ? 2 Pushes True.
NEWFALSE - - ? 2 Pushes False.
UNICODE unicodestringnl - u 0 Pushes a text, written as a line with escapes.
SHORT_BINUNICODE unicodestring1 - u 4 Pushes a text, its length in one byte.
BINUNICODE unicodestring4 - u 1 Pushes a text, its length in four bytes.
BINUNICODE8 unicodestring8 - u 4 Pushes a text, its length in eight bytes.
FLOAT floatnl - f 0 Pushes a float, written as a line.
BINFLOAT float8 - f 1 Pushes a float of eight bytes.
EMPTY_LIST - - l 1 Pushes a new list.
APPEND - l* l 0 Appends the object on top to the list below.
APPENDS - l(~ l 1 Appends what is above the mark to the list below.
LIST - (~ l 0 Makes a list of what is above the mark.
EMPTY_TUPLE - - t 1 Pushes the empty tuple.
TUPLE - (~ t 0 Makes a tuple of what is above the mark.
TUPLE1 - * t 2 Makes a tuple of the object on top.
TUPLE2 - ** t 2 Makes a tuple of the topmost two.
TUPLE3 - *** t 2 Makes a tuple of the topmost three.
EMPTY_DICT - - d 1 Pushes a new dict.
DICT - (~ d 0 Makes a dict of the keys and values above the mark.
SETITEM - d** d 0 Puts a key with its value into the dict below.
SETITEMS - d(~ d 1 Puts the keys and values above the mark into the dict below.
EMPTY_SET - - e 4 Pushes a new set.
ADDITEMS - e(~ e 4 Adds what is above the mark to the set below.
FROZENSET - (~ z 4 Makes a frozenset of what is above the mark.
POP - * - 0 Takes the object on top away.
DUP - * ** 0 Pushes the object on top once more.
MARK - - ( 0 Pushes the mark.
POP_MARK - (~ - 1 Takes all away down to the mark, the mark too.
GET decimalnl_short - * 0 Pushes an object of the memo, its key a line.
BINGET uint1 - * 1 Pushes an object of the memo, its key one byte.
LONG_BINGET uint4 - * 1 Pushes an object of the memo, its key four bytes.
PUT decimalnl_short - - 0 Remembers the object on top in the memo, under the key in a line.
BINPUT uint1 - - 1 Remembers the object on top in the memo, under a key of one byte.
LONG_BINPUT uint4 - - 1 Remembers the object on top in the memo, under a key of four bytes.
MEMOIZE - * * 4 Remembers the object on top in the memo, under the next number.
EXT1 uint1 - * 2 Pushes the object of the extension registry with a code of one byte.
EXT2 uint2 - * 2 Pushes the object of the extension registry with a code of two bytes.
EXT4 int4 - * 2 Pushes the object of the extension registry with a code of four bytes.
GLOBAL stringnl_noescape_pair - * 0 Pushes what a module has under a name; both are lines.
STACK_GLOBAL - uu * 4 Pushes what a module has under a name; both are on the stack.
REDUCE - ** * 0 Calls a callable with a tuple of arguments.
BUILD - ** * 0 Gives the object its state, which is on top.
INST stringnl_noescape_pair (~ * 0 Makes an instance of a class with the arguments above the mark.
OBJ - (*~ * 1 Makes an instance of the class just above the mark.
NEWOBJ - ** * 2 Makes an instance by the class's __new__, with a tuple of arguments.
NEWOBJ_EX - *** * 4 Makes an instance by the class's __new__, with keyword arguments too.
PROTO uint1 - - 2 Tells the protocol.
STOP - * - 0 Ends the pickle; what is on top is its object.
FRAME uint8 - - 4 Begins a frame: as many bytes can be read at once.
PERSID stringnl_noescape - * 0 Pushes an object that is kept elsewhere, its identifier a line.
BINPERSID - * * 1 Pushes an object that is kept elsewhere, its identifier on the stack.
"""


def _opcode(row):
    name, argument, before, after, protocol, doc = row.split(" ", 5)
    return OpcodeInfo(
        name, getattr(pickle, name).decode("latin-1"), getattr(_pickle_arguments, argument, None),
        [_KINDS[kind] for kind in before if kind != "-"], [_KINDS[kind] for kind in after if kind != "-"],
        int(protocol), doc,
    )


opcodes = [_opcode(row) for row in _TABLE.strip().splitlines()]
code2op = {opcode.code: opcode for opcode in opcodes}


def _operations(data, with_ends=False):
    if isinstance(data, (bytes, bytearray)):
        data = io.BytesIO(data)
    tell = getattr(data, "tell", lambda: None)
    while True:
        position = tell()
        code = data.read(1)
        opcode = code2op.get(code.decode("latin-1"))
        if opcode is None:
            if code == b"":
                raise ValueError("pickle exhausted before seeing STOP")
            where = "<unknown>" if position is None else position
            raise ValueError(f"at position {where}, opcode {code!r} unknown")
        argument = None if opcode.arg is None else opcode.arg.reader(data)
        yield (opcode, argument, position, tell()) if with_ends else (opcode, argument, position)
        if code == b".":
            return


def genops(pickle):
    """The opcodes of a pickle (bytes, or a file), each with its argument and its position."""
    return _operations(pickle)


def _is_get(opcode):
    return opcode.name.endswith("GET")


def optimize(p):
    """The pickle without what it remembers and never asks for."""
    parts, asked = [], {}
    places, protocol = 0, 0
    for opcode, argument, start, end in _operations(p, with_ends=True):
        name = opcode.name
        if "PUT" in name or name == "MEMOIZE":
            key = places if name == "MEMOIZE" else argument
            places += 1
            parts.append(("put", key, None))
        elif name == "FRAME":
            continue
        elif _is_get(opcode):
            asked[argument] = None
            parts.append(("get", argument, None))
        elif name == "PROTO":
            protocol = max(protocol, argument)
            parts.append(("head" if not start else "plain", None, p[start:end]))
        else:
            parts.append(("plain", None, p[start:end]))
        protocol = max(protocol, opcode.proto)
    return _written(parts, asked, protocol)


class _Frames:
    """Opcodes on their way out, in frames where the protocol has them."""

    _TARGET = 64 * 1024

    def __init__(self, framed):
        self._framed, self._out, self._frame, self._size = framed, [], [], 0

    def write(self, data):
        if self._framed and self._size >= self._TARGET:
            self.end()
        if self._framed and len(data) > self._TARGET:
            # What is large travels by itself, so that readers need not copy it.
            self.end()
            self._out.append(data)
        else:
            self._frame.append(data)
            self._size += len(data)

    def end(self):
        # A frame of less than four bytes costs more than it saves.
        if self._framed and self._size >= 4:
            self._out.append(pickle.FRAME + self._size.to_bytes(8, "little"))
        self._out += self._frame
        self._frame, self._size = [], 0

    def whole(self, head):
        self.end()
        return head + b"".join(self._out)


def _numbered(binary_one, binary_four, line, key, protocol):
    if protocol == 0:
        return line + b"%d\n" % key
    return binary_one + bytes([key]) if key < 256 else binary_four + key.to_bytes(4, "little")


def _put(key, protocol):
    if protocol >= 4:
        return pickle.MEMOIZE
    return _numbered(pickle.BINPUT, pickle.LONG_BINPUT, pickle.PUT, key, protocol)


def _written(parts, asked, protocol):
    """The opcodes written again, the memo numbered anew."""
    head = parts.pop(0)[2] if parts and parts[0][0] == "head" else b""
    frames = _Frames(protocol >= 4)
    places = 0
    for kind, key, data in parts:
        if kind == "put":
            if key not in asked:
                continue
            data = _put(places, protocol)
            asked[key] = places
            places += 1
        elif kind == "get":
            data = _numbered(pickle.BINGET, pickle.LONG_BINGET, pickle.GET, asked[key], protocol)
        frames.write(data)
    return frames.whole(head)


def dis(pickle, out=None, memo=None, indentlevel=4, annotate=0):
    """Print the opcodes of a pickle, one a line; what cannot be right is a ValueError after its line."""
    listing = _Listing({} if memo is None else memo, indentlevel, annotate)
    highest = -1
    for opcode, argument, position in genops(pickle):
        highest = max(highest, opcode.proto)
        print(listing.line(opcode, argument, position), file=out)
        listing.check(opcode)
    print("highest protocol among opcodes =", highest, file=out)
    if listing.stack:
        raise ValueError(f"stack not empty after STOP: {listing.stack!r}")


class _Listing:
    """The unpickler's stack, marks and memo, by kinds of objects; makes a line of each opcode."""

    def __init__(self, memo, indentlevel, annotate):
        self.stack, self._marks, self._memo = [], [], memo
        self._indent, self._annotate, self._column = " " * indentlevel, annotate, annotate
        self._problem = None

    def line(self, opcode, argument, position):
        """The line of an opcode."""
        start = "" if position is None else f"{position:5d}: "
        line = f"{start}{repr(opcode.code)[1:-1]:<4} {self._indent * len(self._marks)}{opcode.name}"
        # What becomes of the marks comes after the indentation, and before the opcode has its effect.
        self._problem = None
        remark = self._about_mark(opcode, position)
        if "PUT" in opcode.name or opcode.name == "MEMOIZE":
            remark = self._about_memo(opcode, argument) or remark
        elif _is_get(opcode):
            self._taken = self._memo.get(argument)
            if argument not in self._memo:
                self._problem = f"memo key {argument!r} has never been stored into"
        if argument is not None or remark:
            line += " " * (10 - len(opcode.name))
            if argument is not None:
                line += " " + repr(argument)
            if remark:
                line += " " + remark
        if self._annotate:
            line += " " * (self._column - len(line))
            self._column = len(line)
            # A long line must not push the sentences of all that follow to the right.
            if self._column > 50:
                self._column = self._annotate
            line += " " + opcode.doc.split("\n", 1)[0]
        self._position = position
        return line

    def _about_mark(self, opcode, position):
        """Cut the stack down to the mark that an opcode asks for; tells where that is."""
        self._before = opcode.stack_before
        lone = opcode.name == "POP" and self.stack and self.stack[-1] is markobject
        if markobject not in opcode.stack_before and not lone:
            return None
        if not self._marks:
            self._problem = "no MARK exists on stack"
            return self._problem
        place = self._marks.pop()
        while self.stack[-1] is not markobject:
            self.stack.pop()
        self.stack.pop()
        kinds = opcode.stack_before
        self._before = kinds[:kinds.index(markobject)] if markobject in kinds else []
        return f"(MARK at {'unknown opcode offset' if place is None else place})"

    def _about_memo(self, opcode, argument):
        """Remember the kind of the object on top."""
        remark = None
        if opcode.name == "MEMOIZE":
            argument = len(self._memo)
            remark = f"(as {argument})"
        if argument in self._memo:
            self._problem = f"memo key {argument!r} already defined"
        elif not self.stack:
            self._problem = "stack is empty -- can't store into memo"
        elif self.stack[-1] is markobject:
            self._problem = "can't store markobject in the memo"
        else:
            self._memo[argument] = self.stack[-1]
        return remark

    def check(self, opcode):
        """Let an opcode that was listed change the stack."""
        if self._problem:
            raise ValueError(self._problem)
        before, after = self._before, opcode.stack_after
        if _is_get(opcode):
            after = [self._taken]
        if len(self.stack) < len(before):
            raise ValueError(f"tries to pop {len(before)} items from stack with only {len(self.stack)} items")
        if before:
            del self.stack[-len(before):]
        if markobject in after:
            self._marks.append(self._position)
        self.stack.extend(after)
