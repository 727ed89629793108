# Finders and loaders that a program writes on the abstract ones.
import importlib.abc
import importlib.machinery
import importlib.util
import sys


class Loader(importlib.abc.Loader):
    def exec_module(self, module):
        module.VALUE = 42


class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "virtual":
            return importlib.util.spec_from_loader(name, Loader(), origin="nowhere")


class Source(importlib.abc.SourceLoader):
    def get_filename(self, name):
        return "source.py"

    def get_data(self, path):
        return b"NAME = __name__\n"


sys.meta_path.insert(0, Finder())
import virtual

print(virtual.VALUE, virtual.__spec__.origin, hasattr(virtual, "__file__"), type(virtual.__loader__).__name__)
source = Source()
print(source.get_source("q").strip(), source.is_package("q"), source.get_code("q").co_filename)
spec = importlib.util.spec_from_loader("made", source)
made = importlib.util.module_from_spec(spec)
spec.loader.exec_module(made)
print(made.NAME, spec.has_location, spec.submodule_search_locations)
print(issubclass(importlib.machinery.SourceFileLoader, importlib.abc.SourceLoader))
try:
    importlib.abc.InspectLoader()
except TypeError as error:
    print(error)
