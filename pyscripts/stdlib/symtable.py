"""Symbol tables: the blocks of a source and what the compiler knows of their names."""

import _symtable
from enum import StrEnum

__all__ = ["symtable", "SymbolTableType", "SymbolTable", "Class", "Function", "Symbol"]

_FLAGS = {"USE": 16, "DEF_GLOBAL": 1, "DEF_NONLOCAL": 8, "DEF_LOCAL": 2, "DEF_PARAM": 4, "DEF_IMPORT": 128,
          "DEF_ANNOT": 256}
_PLACES = {1: "LOCAL", 2: "GLOBAL_EXPLICIT", 3: "GLOBAL_IMPLICIT", 4: "FREE", 5: "CELL"}
_USE, _GLOBAL, _LOCAL, _PARAM, _NONLOCAL, _IMPORT, _ANNOT = 16, 1, 2, 4, 8, 128, 256
_BOUND = _LOCAL | _PARAM | _IMPORT | 1024


def symtable(code, filename, compile_type):
    """The table of a source; its last argument is that of compile()."""
    if isinstance(code, (bytes, bytearray, memoryview)):
        import io
        import tokenize
        encoding = tokenize.detect_encoding(io.BytesIO(code).readline)[0]
        code = bytes(code).decode(encoding)
    elif not isinstance(code, str):
        raise TypeError("symtable() arg 1 must be a string or bytes object")
    if isinstance(filename, bytes):
        filename = filename.decode()
    rows = _symtable.blocks(code, filename, compile_type)
    return _table(0, rows, filename, {})


def _table(place, rows, filename, made):
    if place not in made:
        kinds = {"function": Function, "class": Class}
        made[place] = kinds.get(rows[place][0], SymbolTable)(place, rows, filename, made)
    return made[place]


class SymbolTableType(StrEnum):
    """What a block is."""

    MODULE = "module"
    FUNCTION = "function"
    CLASS = "class"
    ANNOTATION = "annotation"
    TYPE_ALIAS = "type alias"
    TYPE_PARAMETERS = "type parameters"
    TYPE_VARIABLE = "type variable"


class SymbolTable:
    """A block and its names."""

    def __init__(self, place, rows, filename, made):
        self._place, self._rows, self._made = place, rows, made
        self._filename = filename
        self._kind, self._name, self._line, self._nested, names, self._inside = rows[place]
        self._names = {name: (flags, where) for name, flags, where in names}
        self._symbols = {}

    def __repr__(self):
        kind = "" if self.__class__ is SymbolTable else f"{self.__class__.__name__} "
        if self._kind == "module":
            return f"<{kind}SymbolTable for module {self._filename}>"
        return f"<{kind}SymbolTable for {self._name} in {self._filename}>"

    def get_type(self):
        """One of SymbolTableType."""
        return SymbolTableType(self._kind)

    def get_id(self):
        """A number of its own."""
        return id(self)

    def get_name(self):
        """The name of the function or class; `top` for a module."""
        return self._name

    def get_lineno(self):
        """The line where the block begins."""
        return self._line

    def is_optimized(self):
        """Whether names are found without looking them up."""
        return self._kind == "function"

    def is_nested(self):
        """Whether it is in a function."""
        return self._nested

    def has_children(self):
        """Whether there are blocks inside."""
        return bool(self._inside)

    def get_identifiers(self):
        """The names."""
        return self._names.keys()

    def lookup(self, name):
        """The Symbol of a name."""
        if name not in self._symbols:
            flags, where = self._names[name]
            inside = [table for table in self.get_children() if table._name == name]
            self._symbols[name] = Symbol(name, flags, where, inside, module_scope=self._name == "top")
        return self._symbols[name]

    def get_symbols(self):
        """The Symbols of all names."""
        return [self.lookup(name) for name in self._names]

    def get_children(self):
        """The tables of the blocks inside."""
        return [_table(place, self._rows, self._filename, self._made) for place in self._inside]


class Function(SymbolTable):
    """A function and its names."""

    def _those(self, test):
        return tuple(name for name, (flags, where) in self._names.items() if test(flags, _PLACES[where]))

    def get_parameters(self):
        """The names of parameters."""
        return self._those(lambda flags, where: flags & _PARAM)

    def get_locals(self):
        """The names that are bound here, parameters included."""
        return self._those(lambda flags, where: where in ("LOCAL", "CELL"))

    def get_globals(self):
        """The names of globals."""
        return self._those(lambda flags, where: where in ("GLOBAL_IMPLICIT", "GLOBAL_EXPLICIT"))

    def get_nonlocals(self):
        """The names declared nonlocal."""
        return self._those(lambda flags, where: flags & _NONLOCAL)

    def get_frees(self):
        """The names of variables of functions around."""
        return self._those(lambda flags, where: where == "FREE")


class Class(SymbolTable):
    """A class and its names."""

    def get_methods(self):
        """The names of functions defined in the body."""
        found = {}
        for name, (flags, where) in self._names.items():
            if flags & _LOCAL and not flags & (_GLOBAL | _NONLOCAL):
                for table in self.get_children():
                    if table._name == name and table._holds_method():
                        found[name] = None
        return tuple(found)


def _holds_method(table):
    if table._kind == "type parameters":
        return any(inner._name == table._name and inner._kind == "function" for inner in table.get_children())
    return table._kind == "function" and table._name not in ("genexpr", "listcomp", "setcomp", "dictcomp", "lambda")


SymbolTable._holds_method = _holds_method


class Symbol:
    """A name in a block."""

    def __init__(self, name, flags, scope, namespaces=None, *, module_scope=False):
        self.__name, self.__flags, self.__place = name, flags, _PLACES.get(scope)
        self.__namespaces = namespaces or ()
        self.__module_scope = module_scope

    def __repr__(self):
        flags = "|".join(name for name, bit in _FLAGS.items() if self.__flags & bit)
        return f"<symbol {self.__name!r}: {self.__place}, {flags}>"

    def get_name(self):
        return self.__name

    def is_referenced(self):
        """Whether it is read in the block."""
        return bool(self.__flags & _USE)

    def is_parameter(self):
        return bool(self.__flags & _PARAM)

    def is_global(self):
        return (self.__place in ("GLOBAL_IMPLICIT", "GLOBAL_EXPLICIT")
                or self.__module_scope and bool(self.__flags & _BOUND))

    def is_nonlocal(self):
        return bool(self.__flags & _NONLOCAL)

    def is_declared_global(self):
        return self.__place == "GLOBAL_EXPLICIT"

    def is_local(self):
        return self.__place in ("LOCAL", "CELL") or self.__module_scope and bool(self.__flags & _BOUND)

    def is_annotated(self):
        return bool(self.__flags & _ANNOT)

    def is_free(self):
        return self.__place == "FREE"

    def is_imported(self):
        return bool(self.__flags & _IMPORT)

    def is_assigned(self):
        return bool(self.__flags & _LOCAL)

    def is_namespace(self):
        """Whether a function or class is bound to it."""
        return bool(self.__namespaces)

    def get_namespaces(self):
        """The tables of what is bound to it."""
        return self.__namespaces

    def get_namespace(self):
        """The one table of what is bound to it."""
        if len(self.__namespaces) == 0:
            raise ValueError("name is not bound to any namespaces")
        if len(self.__namespaces) > 1:
            raise ValueError("name is bound to multiple namespaces")
        return self.__namespaces[0]
