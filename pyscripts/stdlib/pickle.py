"""Objects to bytes and back.

The native `_pickle` does the work; `_pickle_writer` and `_pickle_reader` do the same in Python, for study. The opcodes,
of interest to few, are attributes that are looked up in `_pickle_opcodes` when asked for.
"""

from _pickle import (
    PickleBuffer, PickleError, Pickler, PicklingError, Unpickler, UnpicklingError, dump, dumps, load, loads,
)

__all__ = ["PickleBuffer", "PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump", "dumps",
           "load", "loads"]
_OPCODES = """
ADDITEMS APPEND APPENDS BINBYTES BINBYTES8 BINFLOAT BINGET BININT BININT1 BININT2 BINPERSID BINPUT BINSTRING BINUNICODE
BINUNICODE8 BUILD BYTEARRAY8 DICT DUP EMPTY_DICT EMPTY_LIST EMPTY_SET EMPTY_TUPLE EXT1 EXT2 EXT4 FALSE FLOAT FRAME
FROZENSET GET GLOBAL INST INT LIST LONG LONG1 LONG4 LONG_BINGET LONG_BINPUT MARK MEMOIZE NEWFALSE NEWOBJ NEWOBJ_EX NEWTRUE
NEXT_BUFFER NONE OBJ PERSID POP POP_MARK PROTO PUT READONLY_BUFFER REDUCE SETITEM SETITEMS SHORT_BINBYTES
SHORT_BINSTRING SHORT_BINUNICODE STACK_GLOBAL STOP STRING TRUE TUPLE TUPLE1 TUPLE2 TUPLE3 UNICODE
"""
__all__ += ["DEFAULT_PROTOCOL", "HIGHEST_PROTOCOL", *_OPCODES.split()]

format_version = "4.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]
HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4
bytes_types = (bytes, bytearray)
_HAVE_PICKLE_BUFFER = True


def __getattr__(name):
    if name == "_Pickler":
        from _pickle_writer import Pickler as found
    elif name == "_Unpickler":
        from _pickle_reader import Unpickler as found
    elif name == "whichmodule":
        from _pickle_writer import which_module as found
    elif name in ("_dump", "_dumps", "_load", "_loads"):
        import _pickle_plainly
        found = getattr(_pickle_plainly, name[1:])
    elif name in ("encode_long", "decode_long"):
        import _pickle_plainly
        found = getattr(_pickle_plainly, name)
    elif name.isupper() or name[:-1].isupper():
        import _pickle_opcodes
        found = getattr(_pickle_opcodes, name, None)
    else:
        found = None
    if found is None:
        raise AttributeError(f"module 'pickle' has no attribute {name!r}")
    return found


def __dir__():
    return [*globals(), *_OPCODES.split()]
