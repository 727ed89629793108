"""Objects to bytes and back.

The native `_pickle` does the work where it is present; otherwise `_pickle_writer` and `_pickle_reader` do, on the same
bytes. The opcodes, of interest to few, are attributes that are looked up in `_pickle_opcodes` when asked for.
"""

__all__ = ["PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump", "dumps", "load", "loads"]

format_version = "4.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]
HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4
bytes_types = (bytes, bytearray)

try:
    from _pickle import (
        PickleError, Pickler, PicklingError, Unpickler, UnpicklingError, dump, dumps, load, loads)
except ImportError:
    class PickleError(Exception):
        __module__ = "_pickle"

    class PicklingError(PickleError):
        __module__ = "_pickle"

    class UnpicklingError(PickleError):
        __module__ = "_pickle"

    def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        """Write the pickle of an object to a file."""
        Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)

    def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
        """The pickle of an object."""
        import io
        file = io.BytesIO()
        Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)
        return file.getvalue()

    def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        """Read an object from a pickle in a file."""
        return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()

    def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        """The object of a pickle."""
        return _pickle_reader.loads(data, fix_imports, encoding, errors, buffers)

    import _pickle_reader
    from _pickle_reader import Unpickler
    from _pickle_writer import Pickler

try:
    from _pickle import PickleBuffer
    _HAVE_PICKLE_BUFFER = True
    __all__.append("PickleBuffer")
except ImportError:
    _HAVE_PICKLE_BUFFER = False


def __getattr__(name):
    if name == "_Pickler":
        from _pickle_writer import Pickler as found
    elif name == "_Unpickler":
        from _pickle_reader import Unpickler as found
    elif name == "whichmodule":
        from _pickle_writer import which_module as found
    elif name.isupper() or name[:-1].isupper():
        import _pickle_opcodes
        found = getattr(_pickle_opcodes, name, None)
    else:
        found = None
    if found is None:
        raise AttributeError(f"module 'pickle' has no attribute {name!r}")
    return found
