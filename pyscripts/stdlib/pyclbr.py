"""The classes and functions of a module, found by reading its source: nothing of it is run."""

import ast
import sys
from importlib.machinery import PathFinder

__all__ = ["readmodule", "readmodule_ex", "Class", "Function"]

_modules = {}


class _Object:
    """What a class and a function have in common."""

    def __init__(self, module, name, file, lineno, end_lineno, parent):
        self.module, self.name, self.file = module, name, file
        self.lineno, self.end_lineno, self.parent = lineno, end_lineno, parent
        self.children = {}
        if parent is not None:
            parent.children[name] = self


class Function(_Object):
    """A function, or a method."""

    def __init__(self, module, name, file, lineno, parent=None, is_async=False, *, end_lineno=None):
        super().__init__(module, name, file, lineno, end_lineno, parent)
        self.is_async = is_async
        if isinstance(parent, Class):
            parent.methods[name] = lineno


class Class(_Object):
    """A class; `super` has its bases, as such objects where they are known and as texts where not."""

    def __init__(self, module, name, super_, file, lineno, parent=None, *, end_lineno=None):
        super().__init__(module, name, file, lineno, end_lineno, parent)
        self.super = super_ or []
        self.methods = {}


def readmodule(module, path=None):
    """The classes of a module by their names, those too that it imports."""
    found = _read(module, path or [])
    return {name: item for name, item in found.items() if isinstance(item, Class)}


def readmodule_ex(module, path=None):
    """The classes and functions of a module by their names; `__path__` is there for a package."""
    return _read(module, path or [])


def _read(module, path, package=None):
    full_name = module if package is None else f"{package}.{module}"
    if full_name in _modules:
        return _modules[full_name]
    tree = {}
    if module in sys.builtin_module_names and package is None:
        _modules[module] = tree
        return tree
    outer, dot, inner = module.rpartition(".")
    if dot:
        parent = _read(outer, path, package)
        if package is not None:
            outer = f"{package}.{outer}"
        if "__path__" not in parent:
            raise ImportError(f"No package named {outer}")
        return _read(inner, parent["__path__"], outer)
    search = path if package is not None else path + sys.path
    spec = PathFinder.find_spec(full_name, search)
    if spec is None:
        raise ModuleNotFoundError(f"no module named {full_name!r}", name=full_name)
    _modules[full_name] = tree
    if spec.submodule_search_locations is not None:
        tree["__path__"] = spec.submodule_search_locations
    try:
        source = spec.loader.get_source(full_name)
    except (AttributeError, ImportError):
        return tree
    if source is not None:
        file = spec.loader.get_filename(full_name)
        _Browser(full_name, file, tree, search, package).visit(ast.parse(source))
    return tree


class _Browser(ast.NodeVisitor):
    """Enters the classes and functions of a tree."""

    def __init__(self, module, file, tree, path, package):
        self.module, self.file, self.tree, self.path, self.package = module, file, tree, path, package
        self.around = []

    def _enter(self, node, made):
        if not self.around:
            self.tree[node.name] = made
        self.around.append(made)
        self.generic_visit(node)
        self.around.pop()

    def visit_ClassDef(self, node):
        bases = [base for base in (self._base(ast.unparse(base)) for base in node.bases) if base is not None]
        parent = self.around[-1] if self.around else None
        made = Class(self.module, node.name, bases, self.file, node.lineno, parent, end_lineno=node.end_lineno)
        self._enter(node, made)

    def _base(self, name):
        """A base by its name: a class of this tree, or of a module that it imports; None if that was not read."""
        if name in self.tree:
            return self.tree[name]
        *modules, last = name.split(".")
        if modules:
            module = _modules.get(modules[-1])
            return None if module is None else module.get(last, name)
        return name

    def visit_FunctionDef(self, node, *, is_async=False):
        parent = self.around[-1] if self.around else None
        made = Function(self.module, node.name, self.file, node.lineno, parent, is_async, end_lineno=node.end_lineno)
        self._enter(node, made)

    def visit_AsyncFunctionDef(self, node):
        self.visit_FunctionDef(node, is_async=True)

    def visit_Import(self, node):
        if node.col_offset:
            return
        for alias in node.names:
            try:
                try:
                    _read(alias.name, self.path, self.package)
                except ImportError:
                    _read(alias.name, [])
            except (ImportError, SyntaxError):
                # What cannot be read just does not help with names.
                continue

    def visit_ImportFrom(self, node):
        if node.col_offset:
            return
        try:
            name = "." * node.level + (node.module or "")
            found = _read(name, self.path, self.package)
        except (ImportError, SyntaxError):
            return
        for alias in node.names:
            if alias.name in found:
                self.tree[alias.asname or alias.name] = found[alias.name]
            elif alias.name == "*":
                for name, item in found.items():
                    if not name.startswith("_"):
                        self.tree[name] = item


def _main():
    import os

    name = sys.argv[1] if len(sys.argv) > 1 else __file__
    path, search = name, []
    if os.path.exists(name):
        search = [os.path.dirname(name)]
        path = os.path.basename(name).removesuffix(".py")
    line = lambda item: getattr(item, "lineno", 0)
    waiting = [(item, 0) for item in sorted(readmodule_ex(path, search).values(), key=line)
               if not isinstance(item, list)]
    while waiting:
        item, depth = waiting.pop(0)
        kind = "class" if isinstance(item, Class) else "def"
        bases = f" {item.super}" if isinstance(item, Class) else ""
        print(f"{'    ' * depth}{kind} {item.name}{bases} {item.lineno}")
        waiting[:0] = [(child, depth + 1) for child in sorted(item.children.values(), key=line)]


if __name__ == "__main__":
    _main()
