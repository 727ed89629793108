"""Running modules as programs, without importing them by name first."""

import importlib.util
import io
import os
import sys
import types

__all__ = ["run_module", "run_path"]


class _TemporaryModule:
    """A module that lies in sys.modules for a while."""

    def __init__(self, name):
        self.name = name
        self.module = types.ModuleType(name)
        self._saved = []

    def __enter__(self):
        if self.name in sys.modules:
            self._saved.append(sys.modules[self.name])
        sys.modules[self.name] = self.module
        return self

    def __exit__(self, *args):
        if self._saved:
            sys.modules[self.name] = self._saved.pop()
        else:
            del sys.modules[self.name]


class _FirstArgument:
    """The program's name as sys.argv[0], for a while."""

    def __init__(self, value):
        self.value = value

    def __enter__(self):
        self._saved = sys.argv[0]
        sys.argv[0] = self.value

    def __exit__(self, *args):
        sys.argv[0] = self._saved


def _run_code(code, namespace, init_globals, name, spec, file, package):
    if init_globals is not None:
        namespace.update(init_globals)
    namespace.update(
        __name__=name, __file__=file, __cached__=None if spec is None else spec.cached, __doc__=None,
        __loader__=None if spec is None else spec.loader, __package__=package, __spec__=spec,
    )
    exec(code, namespace)
    return namespace


def _module_details(name, error=ImportError):
    """The name, spec and code of a module; of a package that is its __main__."""
    if name.startswith("."):
        raise error("Relative module names not supported")
    package = name.rpartition(".")[0]
    if package:
        # Whatever the package does when it is imported may fail as it likes; only that it is not there is ours to tell.
        try:
            __import__(package)
        except ImportError as problem:
            if problem.name is None or problem.name != package and not package.startswith(problem.name + "."):
                raise
        there = sys.modules.get(name)
        if there is not None and not hasattr(there, "__path__"):
            from warnings import warn
            warn(
                f"{name!r} found in sys.modules after import of package {package!r}, but prior to execution of {name!r}; "
                "this may result in unpredictable behaviour", RuntimeWarning, stacklevel=2,
            )
    try:
        spec = importlib.util.find_spec(name)
    except (ImportError, AttributeError, TypeError, ValueError) as problem:
        message = f"Error while finding module specification for {name!r} ({type(problem).__name__}: {problem})"
        if name.endswith(".py"):
            message += f". Try using '{name[:-3]}' instead of '{name}' as the module name."
        raise error(message) from problem
    if spec is None:
        raise error(f"No module named {name}")
    if spec.submodule_search_locations is not None:
        if name == "__main__" or name.endswith(".__main__"):
            raise error("Cannot use package as __main__ module")
        try:
            return _module_details(name + ".__main__", error)
        except error as problem:
            if name not in sys.modules:
                raise
            raise error(f"{problem}; {name!r} is a package and cannot be directly executed")
    if spec.loader is None:
        raise error(f"{name!r} is a namespace package and cannot be executed")
    try:
        code = spec.loader.get_code(name)
    except ImportError as problem:
        raise error(format(problem)) from problem
    if code is None:
        raise error(f"No code object available for {name}")
    return name, spec, code


def run_module(mod_name, init_globals=None, run_name=None, alter_sys=False):
    """Runs a module, or the __main__ of a package; the names that it has at its end."""
    mod_name, spec, code = _module_details(mod_name)
    name = mod_name if run_name is None else run_name
    if not alter_sys:
        return _run_code(code, {}, init_globals, name, spec, spec.origin, spec.parent)
    return _run_altering_sys(code, init_globals, name, spec, spec.origin, spec.parent)


def _run_altering_sys(code, init_globals, name, spec, file, package):
    with _TemporaryModule(name) as temporary, _FirstArgument(file):
        namespace = temporary.module.__dict__
        _run_code(code, namespace, init_globals, name, spec, file, package)
    # The module's names outlive the module.
    return namespace.copy()


def run_path(path_name, init_globals=None, run_name=None):
    """Runs a file, or the __main__ of a folder or an archive; the names that it has at its end."""
    name = "<run_path>" if run_name is None else run_name
    path = os.fsdecode(path_name)
    if os.path.isdir(path) or _is_archive(path):
        return _run_folder(path, init_globals, name)
    with io.open_code(os.path.abspath(path)) as file:
        code = compile(file.read(), path, "exec")
    return _run_altering_sys(code, init_globals, name, None, path, name.rpartition(".")[0])


def _is_archive(path):
    import zipfile
    return zipfile.is_zipfile(path)


def _run_folder(path, init_globals, name):
    sys.path.insert(0, path)
    saved = sys.modules.pop("__main__", None)
    try:
        _, spec, code = _module_details("__main__")
        sys.modules["__main__"] = saved
        return _run_altering_sys(code, init_globals, name, spec, path, name.rpartition(".")[0])
    finally:
        if saved is not None:
            sys.modules["__main__"] = saved
        try:
            sys.path.remove(path)
        except ValueError:
            pass


if __name__ == "__main__":
    if len(sys.argv) < 2:
        print("No module specified for execution", file=sys.stderr)
    else:
        del sys.argv[0]
        run_module(sys.argv[0], run_name="__main__", alter_sys=True)
