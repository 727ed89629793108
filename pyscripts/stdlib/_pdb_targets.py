"""What is debugged from the command line: a file or a module."""

import io
import os
import sys


class _ScriptTarget(str):
    """A file that is debugged from the command line."""

    def __new__(cls, path):
        result = super().__new__(cls, os.path.realpath(path))
        result.orig = path
        return result

    def check(self):
        for wrong, problem in (not os.path.exists(self), "does not exist"), (os.path.isdir(self), "is a directory"):
            if wrong:
                print("Error:", self.orig, problem)
                sys.exit(1)
        sys.path[0] = os.path.dirname(self)

    @property
    def filename(self):
        return self

    @property
    def namespace(self):
        return {"__name__": "__main__", "__file__": self, "__builtins__": __builtins__, "__spec__": None}

    @property
    def code(self):
        with io.open_code(self) as file:
            return compile(file.read(), self, "exec")


class _ModuleTarget(str):
    """A module that is debugged from the command line."""

    def check(self):
        try:
            self._details
        except ImportError as error:
            print(f"ImportError: {error}")
            sys.exit(1)

    @property
    def _details(self):
        if not hasattr(self, "_found"):
            import runpy

            self._found = runpy._module_details(self)
        return self._found

    @property
    def filename(self):
        return self._details[1].origin

    @property
    def code(self):
        return self._details[2]

    @property
    def namespace(self):
        _, spec, _ = self._details
        return {
            "__name__": "__main__", "__file__": os.path.normcase(os.path.abspath(spec.origin)),
            "__package__": spec.parent, "__loader__": spec.loader, "__spec__": spec, "__builtins__": __builtins__,
        }
