"""The modules that a script needs, found by reading its code: nothing of it is run."""

import ast
import importlib.machinery
import io
import os
import sys

__all__ = ["AddPackagePath", "Module", "ModuleFinder", "ReplacePackage"]

# Further folders of packages, and packages that stand for others, as programs tell them.
packagePathMap = {}
replacePackageMap = {}


def AddPackagePath(packagename, path):
    """A package has modules in this folder too."""
    packagePathMap.setdefault(packagename, []).append(path)


def ReplacePackage(oldname, newname):
    """A package is to be found under another name."""
    replacePackageMap[oldname] = newname


class Module:
    """What is known of a module: where it is, which names it has, from where it takes all names."""

    def __init__(self, name, file=None, path=None):
        self.__name__, self.__file__, self.__path__ = name, file, path
        self.__code__ = None
        self.globalnames, self.starimports = {}, {}

    def __repr__(self):
        parts = [self.__name__, *(part for part in (self.__file__, self.__path__) if part is not None)]
        return f"Module({', '.join(map(repr, parts))})"


class _Imports(ast.NodeVisitor):
    """What a source imports, and the global names that it binds."""

    def __init__(self):
        self.imports, self.names, self._depth = [], [], 0

    def visit_Import(self, node):
        for alias in node.names:
            self.imports.append((0, None, alias.name))
            self._bind(alias.asname or alias.name.partition(".")[0])

    def visit_ImportFrom(self, node):
        self.imports.append((node.level, [alias.name for alias in node.names], node.module or ""))
        for alias in node.names:
            if alias.name != "*":
                self._bind(alias.asname or alias.name)

    def visit_Name(self, node):
        if isinstance(node.ctx, ast.Store):
            self._bind(node.id)

    def visit_FunctionDef(self, node):
        self._bind(node.name)
        self._depth += 1
        self.generic_visit(node)
        self._depth -= 1

    visit_AsyncFunctionDef = visit_ClassDef = visit_FunctionDef

    def _bind(self, name):
        if not self._depth:
            self.names.append(name)


class ModuleFinder:
    """Finds the modules that a script imports, and those that these import."""

    def __init__(self, path=None, debug=0, excludes=None, replace_paths=None):
        self.path = sys.path if path is None else path
        self.modules, self.badmodules = {}, {}
        self.debug, self.indent = debug, 0
        self.excludes = excludes if excludes is not None else []
        self.replace_paths = replace_paths if replace_paths is not None else []
        self.processed_paths = []

    def msg(self, level, text, *args):
        """Tell of a step, if so much is wanted."""
        if level <= self.debug:
            print("   " * self.indent + text, *map(repr, args))

    def msgin(self, *args):
        if args[0] <= self.debug:
            self.indent += 1
            self.msg(*args)

    def msgout(self, *args):
        if args[0] <= self.debug:
            self.indent -= 1
            self.msg(*args)

    def run_script(self, pathname):
        """Begin with a script."""
        self.msg(2, "run_script", pathname)
        with io.open_code(pathname) as file:
            self._load("__main__", pathname, file.read())

    def load_file(self, pathname):
        """Begin with a file that is a module."""
        name = os.path.splitext(os.path.basename(pathname))[0]
        with io.open_code(pathname) as file:
            self._load(name, pathname, file.read())

    # Names to modules.

    def import_hook(self, name, caller=None, fromlist=None, level=-1):
        """Follow an import statement."""
        self.msg(3, "import_hook", name, caller, fromlist, level)
        parent = self.determine_parent(caller, level)
        head, tail = self.find_head_package(parent, name)
        module = self.load_tail(head, tail)
        if not fromlist:
            return head
        if module.__path__:
            self.ensure_fromlist(module, fromlist)
        return None

    def determine_parent(self, caller, level=-1):
        """The package that relative names are relative to; None for a name from the top."""
        if not caller or level == 0:
            return None
        package = caller.__name__
        if level >= 1:
            if not caller.__path__:
                package = package.rpartition(".")[0]
            for _ in range(level - 1):
                if "." not in package:
                    raise ImportError("relative importpath too deep")
                package = package.rpartition(".")[0]
            if not package:
                raise ImportError("relative importpath too deep")
            return self.modules[package]
        package = package if caller.__path__ else package.rpartition(".")[0]
        return self.modules.get(package)

    def find_head_package(self, parent, name):
        """The first part of a name as a module, and the rest of the name."""
        head, _, tail = name.partition(".")
        full = f"{parent.__name__}.{head}" if parent else head
        found = self.import_module(head, full, parent)
        if found is None and parent:
            full, parent = head, None
            found = self.import_module(head, full, None)
        if found is None:
            raise ImportError("No module named " + full)
        return found, tail

    def load_tail(self, head, tail):
        """The module at the end of a dotted name."""
        module = head
        while tail:
            part, _, tail = tail.partition(".")
            full = f"{module.__name__}.{part}"
            module = self.import_module(part, full, module)
            if module is None:
                raise ImportError("No module named " + full)
        return module

    def ensure_fromlist(self, module, fromlist, recursive=0):
        """Follow the names of a `from` import that are modules."""
        for name in fromlist:
            if name == "*":
                if not recursive:
                    self.ensure_fromlist(module, self.find_all_submodules(module), 1)
            elif not hasattr(module, name):
                full = f"{module.__name__}.{name}"
                if self.import_module(name, full, module) is None:
                    raise ImportError("No module named " + full)

    def find_all_submodules(self, module):
        """The names of the modules in a package."""
        if not module.__path__:
            return []
        found = {}
        suffixes = importlib.machinery.all_suffixes()
        for folder in module.__path__:
            try:
                names = os.listdir(folder)
            except OSError:
                self.msg(2, "can't list directory", folder)
                continue
            for name in names:
                stem = next((name[:-len(suffix)] for suffix in suffixes if name.endswith(suffix)), None)
                if stem and stem != "__init__":
                    found[stem] = stem
        return found.keys()

    def import_module(self, partname, fqname, parent):
        """A module, found now or before; None if it is not there."""
        if fqname in self.modules:
            return self.modules[fqname]
        if fqname in self.badmodules or parent and parent.__path__ is None:
            return None
        found = self.find_module(partname, parent and parent.__path__, parent)
        if found is None:
            self.msg(3, "import_module ->", None)
            return None
        module = self._enter(fqname, found)
        if parent:
            setattr(parent, partname, module)
        return module

    def find_module(self, name, path, parent=None):
        """The specification of a module; None if there is none or if it is left out."""
        full = f"{parent.__name__}.{name}" if parent is not None else name
        if full in self.excludes:
            self.msgout(3, "find_module -> Excluded", full)
            return None
        if path is None:
            if name in sys.builtin_module_names:
                return importlib.machinery.ModuleSpec(name, None)
            path = self.path
        return importlib.machinery.PathFinder.find_spec(full if path is not self.path else name, path)

    def _enter(self, name, spec):
        name = replacePackageMap.get(name, name)
        folders = spec.submodule_search_locations
        if folders is None and spec.loader is None:
            return self.add_module(name)
        try:
            source = spec.loader.get_source(spec.name) if spec.loader is not None else None
        except (AttributeError, ImportError):
            source = None
        folders = None if folders is None else list(folders) + packagePathMap.get(name, [])
        file = spec.origin if folders is None else next(iter(folders), None)
        return self._load(name, file, source, folders)

    def add_module(self, fqname):
        """The module of that name, made if there is none."""
        return self.modules.setdefault(fqname, Module(fqname))

    # Sources to names.

    def _load(self, name, file, source, folders=None):
        self.msgin(2, "load_module", name, file)
        tree = None if source is None else ast.parse(source, file or "<string>")
        module = self.add_module(name)
        module.__file__, module.__path__ = file, folders
        if folders is not None and file is not None and source is not None:
            module.__file__ = os.path.join(file, "__init__.py")
        if tree is not None:
            module.__code__ = compile(tree, self._shown_path(module.__file__), "exec", dont_inherit=True)
            self.scan_code(tree, module)
        self.msgout(2, "load_module ->", module)
        return module

    def _shown_path(self, path):
        """The path that code is to show, by the replacements that were asked for."""
        for old, new in self.replace_paths:
            if path and path.startswith(old):
                return new + path[len(old):]
        return path or "<string>"

    def scan_code(self, tree, module):
        """Follow the imports of a module, and note its global names."""
        found = _Imports()
        found.visit(tree)
        module.globalnames.update(dict.fromkeys(found.names, 1))
        for level, names, name in found.imports:
            if names is None:
                self._safe_import_hook(name, module, None, level=0)
            elif level == 0:
                self._from(name, names, module)
            elif name:
                self._safe_import_hook(name, module, names, level=level)
            else:
                try:
                    parent = self.determine_parent(module, level=level)
                except ImportError as problem:
                    self.msg(2, "ImportError:", str(problem))
                    self._add_badmodule("." * level, module)
                else:
                    self._safe_import_hook(parent.__name__, None, names, level=0)

    def _from(self, name, names, module):
        others = [other for other in names if other != "*"]
        self._safe_import_hook(name, module, others, level=0)
        if "*" not in names:
            return
        source = self.modules.get(name)
        if source is not None:
            module.globalnames.update(source.globalnames)
            module.starimports.update(source.starimports)
        if source is None or source.__code__ is None:
            module.starimports[name] = 1

    def _add_badmodule(self, name, caller):
        self.badmodules.setdefault(name, {})[caller.__name__ if caller else "-"] = 1

    def _safe_import_hook(self, name, caller, fromlist, level=-1):
        if name in self.badmodules:
            self._add_badmodule(name, caller)
            return
        try:
            self.import_hook(name, caller, level=level)
        except (ImportError, SyntaxError) as problem:
            self.msg(2, f"{type(problem).__name__}:", str(problem))
            self._add_badmodule(name, caller)
            return
        for other in fromlist or ():
            full = f"{name}.{other}"
            if full in self.badmodules:
                self._add_badmodule(full, caller)
                continue
            try:
                self.import_hook(name, caller, [other], level=level)
            except ImportError as problem:
                self.msg(2, "ImportError:", str(problem))
                self._add_badmodule(full, caller)

    # What was found.

    def report(self):
        """Print the modules that are there and those that are not."""
        print()
        print("  %-25s %s" % ("Name", "File"))
        print("  %-25s %s" % ("----", "----"))
        for name, module in sorted(self.modules.items()):
            print("P" if module.__path__ else "m", end=" ")
            print("%-25s" % name, module.__file__ or "")
        missing, maybe = self.any_missing_maybe()
        for title, names in (("Missing modules:", missing),
                             ("Submodules that appear to be missing, but could also be global names in the parent "
                              "package:", maybe)):
            if names:
                print()
                print(title)
                for name in names:
                    print("?", name, "imported from", ", ".join(sorted(self.badmodules[name])))

    def any_missing(self):
        """The modules that are not there."""
        missing, maybe = self.any_missing_maybe()
        return missing + maybe

    def any_missing_maybe(self):
        """The modules that are not there, and those that may be mere names in a package."""
        missing, maybe = [], []
        for name in self.badmodules:
            if name in self.excludes:
                continue
            outer, dot, inner = name.rpartition(".")
            package = self.modules.get(outer) if dot else None
            if package is None or outer in self.badmodules and inner not in package.globalnames:
                missing.append(name)
            elif inner in package.globalnames:
                # It is a name that the package binds.
                continue
            elif package.starimports:
                # One of the modules of which all names were taken may have it, if it is not known.
                maybe.append(name)
            else:
                missing.append(name)
        return sorted(missing), sorted(maybe)
