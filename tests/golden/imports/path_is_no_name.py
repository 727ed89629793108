# A name with a slash names no module, even if the file lies there.
import importlib
import os
import sys
import tempfile

with tempfile.TemporaryDirectory() as folder:
    os.mkdir(os.path.join(folder, "inner"))
    for name in ("inner/app.py", "plain.py"):
        with open(os.path.join(folder, name), "w") as file:
            file.write("print(__name__)\n")
    sys.path.insert(0, folder)
    for name in ("plain", "inner.app", "inner/app", "plain/x", "/plain", "json/decoder"):
        try:
            importlib.import_module(name)
        except ModuleNotFoundError as error:
            print(error.name, "not found")
