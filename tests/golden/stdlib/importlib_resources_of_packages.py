# Files beside the modules of a package.
import importlib.resources
import os
import sys

os.makedirs("site/pkg/data")
for name, text in ("__init__.py", ""), ("mod.py", "X = 5\n"), ("data/x.txt", "text \u00e9"):
    with open("site/pkg/" + name, "w", encoding="utf-8") as file:
        file.write(text)
sys.path.insert(0, os.path.abspath("site"))
sys.dont_write_bytecode = True
import pkg

files = importlib.resources.files(pkg)
print(files.joinpath("data/x.txt").read_text(encoding="utf-8"), sorted(item.name for item in files.iterdir()))
print(importlib.resources.read_text("pkg", "mod.py"), importlib.resources.read_binary("pkg", "data", "x.txt"))
print(importlib.resources.is_resource("pkg", "mod.py"), importlib.resources.is_resource("pkg", "data"))
with importlib.resources.as_file(files / "mod.py") as path:
    print(path.name, path.exists())
print(importlib.resources.files("pkg.data").joinpath("x.txt").is_file())
for attempt in [lambda: importlib.resources.read_text("pkg", "nope"), lambda: importlib.resources.files("nopkg"),
                lambda: importlib.resources.read_text("pkg", "data", "x.txt")]:
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__)
