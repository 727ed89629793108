"""What tools take from importlib's private modules."""
import importlib._bootstrap as inner
import importlib._bootstrap_external as outer
import importlib.machinery as machinery
import importlib.util as util
import os
import sys
import tempfile

print(inner.ModuleSpec is machinery.ModuleSpec, outer.SourceFileLoader is machinery.SourceFileLoader)
print(outer.cache_from_source is util.cache_from_source, inner._resolve_name("b", "a.c", 1))
print(util._find_spec_from_path("no_such_module"), util._find_spec_from_path("os") is os.__spec__)
with tempfile.TemporaryDirectory() as folder:
    with open(os.path.join(folder, "found_here.py"), "w") as file:
        file.write("x = 5\n")
    spec = util._find_spec_from_path("found_here", [folder])
    module = inner._load(spec)
    print(module.x, sys.modules["found_here"] is module)
    os.mkdir(os.path.join(folder, "space"))
    path = outer._NamespacePath("space", [folder], machinery.PathFinder.find_spec)
    print(len(path), path[0] == folder, folder in path, repr(path) == f"_NamespacePath([{folder!r}])")
    sys.path.append(folder)
    print([os.path.basename(item) for item in path])
    loader = machinery.NamespaceLoader("space", [folder], machinery.PathFinder.find_spec)
    print(loader.is_package("space"), isinstance(loader._path, outer._NamespacePath))
