# Modules by the paths of their files, along a path of folders, and when they are first used.
import importlib.machinery
import importlib.util
import os

os.makedirs("site/pkg/space")
for name, text in ("__init__.py", ""), ("mod.py", "X = 5\nprint('running', __name__)\n"):
    with open("site/pkg/" + name, "w") as file:
        file.write(text)
spec = importlib.util.spec_from_file_location("mine", "site/pkg/mod.py")
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
print(module.X, spec.has_location, spec.submodule_search_locations,
    module.__file__ == os.path.abspath("site/pkg/mod.py"))
spec.loader = importlib.util.LazyLoader(spec.loader)
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
print("not yet", type(module).__name__)
print(module.X, type(module).__name__)
found = importlib.machinery.PathFinder.find_spec("pkg", ["site"])
print(found.name, len(found.submodule_search_locations), importlib.machinery.PathFinder.find_spec("nopenope"))
finder = importlib.machinery.FileFinder("site/pkg", (importlib.machinery.SourceFileLoader, [".py"]))
print(finder.find_spec("mod").name, finder.find_spec("none"), finder.find_spec("space").loader)
print(importlib.util.spec_from_file_location("text", "site/readme.txt"))
