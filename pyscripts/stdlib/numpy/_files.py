"""Arrays in files: `.npy`, `.npz` and text."""

import ast
import io
import os

from matrix import array, asarray, dtype as _dtype, frombuffer

_MAGIC = b"\x93NUMPY"


def _write(file, a):
    """Writes an array as numpy's format 1.0 has it."""
    a = asarray(a)
    by_columns = a.flags.f_contiguous and not a.flags.c_contiguous
    header = f"{{'descr': '{a.dtype.str}', 'fortran_order': {by_columns}, 'shape': {a.shape}, }}"
    length = len(header) + 1
    header += " " * (-(length + 10) % 64) + "\n"
    file.write(_MAGIC + b"\x01\x00" + len(header).to_bytes(2, "little") + header.encode("latin-1"))
    file.write((a.T if by_columns else a).tobytes())


def _exactly(file, count, what):
    contents = file.read(count)
    if len(contents) != count:
        raise ValueError(f"EOF: reading {what}, expected {count} bytes got {len(contents)}")
    return contents


def _read(file):
    """Reads an array after its magic string."""
    major, _ = _exactly(file, 2, "magic string")
    if major not in (1, 2, 3):
        raise ValueError(f"we only support format version (1,0), (2,0), and (3,0), not ({major}, 0)")
    length = int.from_bytes(_exactly(file, 2 if major == 1 else 4, "array header length"), "little")
    text = _exactly(file, length, "array header").decode("utf-8" if major == 3 else "latin-1")
    try:
        header = ast.literal_eval(text)
    except SyntaxError:
        raise ValueError(f"Cannot parse header: {text!r}") from None
    if not isinstance(header, dict) or sorted(header) != ["descr", "fortran_order", "shape"]:
        raise ValueError(f"Header does not contain the correct keys: {sorted(header)!r}")
    if header["descr"] == "|O":
        raise ValueError("Object arrays cannot be loaded when allow_pickle=False")
    shape = header["shape"]
    count = 1
    for side in shape:
        count *= side
    size = frombuffer(b"", header["descr"]).itemsize
    numbers = frombuffer(_exactly(file, count * size, "array data"), header["descr"]).copy()
    return numbers.reshape(shape[::-1]).T if header["fortran_order"] else numbers.reshape(shape)


def _named(file, suffix):
    name = os.fspath(file)
    return name if name.endswith(suffix) else name + suffix


def save(file, arr, allow_pickle=True):
    """Writes an array to a `.npy` file."""
    if hasattr(file, "write"):
        return _write(file, arr)
    with open(_named(file, ".npy"), "wb") as opened:
        _write(opened, arr)


def _save_all(file, args, named, compressed):
    import zipfile

    for place, one in enumerate(args):
        name = f"arr_{place}"
        if name in named:
            raise ValueError(f"Cannot use un-named variables and keyword {name}")
        named[name] = one
    if not hasattr(file, "write"):
        file = _named(file, ".npz")
    kind = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
    with zipfile.ZipFile(file, "w", kind) as archive:
        for name, one in named.items():
            contents = io.BytesIO()
            _write(contents, one)
            archive.writestr(name + ".npy", contents.getvalue())


def savez(file, *args, **named):
    """Writes several arrays to a `.npz` file."""
    _save_all(file, args, named, False)


def savez_compressed(file, *args, **named):
    """Writes several arrays to a compressed `.npz` file."""
    _save_all(file, args, named, True)


class NpzFile:
    """The arrays of a `.npz` file by name, each read when it is asked for."""

    def __init__(self, file, name=None):
        import zipfile

        self.zip = zipfile.ZipFile(file)
        self.files = [name.removesuffix(".npy") for name in self.zip.namelist()]
        self._name = name

    def __getitem__(self, name):
        if name not in self.files and name.removesuffix(".npy") not in self.files:
            raise KeyError(f"{name} is not a file in the archive")
        with self.zip.open(name.removesuffix(".npy") + ".npy") as file:
            _exactly(file, len(_MAGIC), "magic string")
            return _read(file)

    def __contains__(self, name):
        return name in self.files

    def __iter__(self):
        return iter(self.files)

    def __len__(self):
        return len(self.files)

    def keys(self):
        return dict.fromkeys(self.files).keys()

    def values(self):
        return [self[name] for name in self.files]

    def items(self):
        return [(name, self[name]) for name in self.files]

    def get(self, name, default=None):
        return self[name] if name in self.files else default

    def close(self):
        self.zip.close()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    def __repr__(self):
        shown = ", ".join(self.files[:5]) + ("..." if len(self.files) > 5 else "")
        return f"NpzFile {self._name or 'object'!r} with keys: {shown}"


def load(file, mmap_mode=None, allow_pickle=False):
    """Reads what `save` or `savez` wrote."""
    opened = file if hasattr(file, "read") else open(file, "rb")
    name = None if opened is file else os.fspath(file)
    start = opened.read(len(_MAGIC))
    if start[:4] == b"PK\x03\x04" or start[:4] == b"PK\x05\x06":
        opened.seek(-len(start), 1)
        return NpzFile(opened, name)
    try:
        if not start:
            raise EOFError("No data left in file")
        if start == _MAGIC:
            return _read(opened)
        if not allow_pickle:
            raise ValueError("This file contains pickled (object) data. If you trust the file you can load it "
                             "unsafely using the `allow_pickle=` keyword argument or `pickle.load()`.")
        import pickle

        opened.seek(-len(start), 1)
        return pickle.load(opened)
    finally:
        if opened is not file:
            opened.close()


def savetxt(fname, X, fmt="%.18e", delimiter=" ", newline="\n", header="", footer="", comments="# "):
    """Writes an array of one or two axes as text."""
    X = asarray(X)
    if X.ndim == 0 or X.ndim > 2:
        raise ValueError(f"Expected 1D or 2D array, got {X.ndim}D array instead")
    rows = X.reshape(-1, 1) if X.ndim == 1 else X
    if isinstance(fmt, str) and fmt.count("%") != rows.shape[1]:
        fmt = [fmt] * rows.shape[1]
    line = fmt if isinstance(fmt, str) else delimiter.join(fmt)
    opened = fname if hasattr(fname, "write") else open(fname, "w")
    try:
        if header:
            opened.write(comments + header.replace("\n", "\n" + comments) + newline)
        for row in rows.tolist():
            opened.write(line % tuple(row) + newline)
        if footer:
            opened.write(comments + footer.replace("\n", "\n" + comments) + newline)
    finally:
        if opened is not fname:
            opened.close()


def _lines(fname):
    """The lines of a file, of its name, or of a list of lines."""
    if hasattr(fname, "read") or isinstance(fname, (list, tuple)):
        return [line.decode() if isinstance(line, bytes) else line for line in fname]
    with open(fname) as opened:
        return opened.readlines()


def loadtxt(fname, dtype=float, comments="#", delimiter=None, converters=None, skiprows=0, usecols=None, unpack=False,
            ndmin=0, max_rows=None):
    """Reads rows of numbers from text."""
    rows = []
    for line in _lines(fname)[skiprows:]:
        line = (line.split(comments, 1)[0] if comments else line).strip("\r\n")
        if not line.strip():
            continue
        if max_rows is not None and len(rows) == max_rows:
            break
        words = line.split(delimiter)
        if usecols is not None:
            words = [words[place] for place in ((usecols,) if isinstance(usecols, int) else usecols)]
        if rows and len(words) != len(rows[0]):
            raise ValueError(f"the number of columns changed from {len(rows[0])} to {len(words)} at row "
                             f"{len(rows) + 1}; use `usecols` to select a subset and avoid this error")
        if converters:
            call = (lambda place, word: converters(word)) if callable(converters) else (
                lambda place, word: converters[place](word) if place in converters else word)
            words = [call(place, word) for place, word in enumerate(words)]
        rows.append([word.strip() if isinstance(word, str) else word for word in words])
    try:
        result = array(rows, dtype)
    except ValueError:
        _find_fault(rows, dtype)
        raise
    if ndmin < 2:
        if result.ndim == 2 and 1 in result.shape:
            result = result.reshape(-1) if result.size > 1 or ndmin == 1 else result.reshape(())
    return result.T if unpack else result


def _find_fault(rows, kind):
    """Fails with the first word that is no number of the kind."""
    for row, words in enumerate(rows):
        for column, word in enumerate(words, 1):
            try:
                array([word], kind)
            except ValueError:
                message = f"could not convert string {word!r} to {_dtype(kind)} at row {row}, column {column}."
                raise ValueError(message) from None


def genfromtxt(fname, dtype=float, comments="#", delimiter=None, skip_header=0, usecols=None, unpack=False,
               filling_values=float("nan"), **others):
    """Reads rows of numbers from text; what is no number becomes the filling value."""
    if others:
        raise TypeError(f"genfromtxt() does not support the argument '{next(iter(others))}' here")

    def number(word):
        try:
            return float(word)
        except ValueError:
            return filling_values

    lines = [line if line.strip() else "\n" for line in _lines(fname)[skip_header:]]
    return loadtxt(lines, dtype, comments, delimiter, number, 0, usecols, unpack)


def fromfile(file, dtype=float, count=-1, sep="", offset=0):
    """Numbers from a file's bytes, or from text between separators."""
    opened = file if hasattr(file, "read") else open(file, "rb")
    try:
        opened.seek(offset, 1)
        contents = opened.read()
    finally:
        if opened is not file:
            opened.close()
    if sep:
        return fromstring(contents.decode(), dtype, count, sep)
    size = frombuffer(b"", dtype).itemsize
    numbers = frombuffer(contents[: len(contents) // size * size], dtype)
    return (numbers if count < 0 else numbers[:count]).copy()


def fromstring(string, dtype=float, count=-1, sep=""):
    """Numbers from text between separators."""
    if not sep:
        raise ValueError("The binary mode of fromstring is removed, use frombuffer instead")
    words = string.split(sep.strip() or None)
    words = [word.strip() for word in words if word.strip()][: None if count < 0 else count]
    try:
        return array(words, dtype)
    except ValueError:
        raise ValueError("string or file could not be read to its end due to unmatched data") from None


def tofile(a, fid, sep="", format="%s"):
    """Writes the bytes of an array, or its numbers as text."""
    opened = fid if hasattr(fid, "write") else open(fid, "wb")
    try:
        if sep:
            text = sep.join(format % one for one in a.ravel().tolist())
            opened.write(text.encode() if "b" in getattr(opened, "mode", "b") else text)
        else:
            opened.write(a.tobytes())
    finally:
        if opened is not fid:
            opened.close()


def dumps(a):
    import pickle

    return pickle.dumps(a)


def dump(a, file):
    """Pickles an array into a file."""
    if hasattr(file, "write"):
        file.write(dumps(a))
    else:
        with open(file, "wb") as opened:
            opened.write(dumps(a))


