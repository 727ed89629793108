# runpy: modules, packages, files and folders as programs.
import os
import runpy
import sys

sys.path.insert(0, os.getcwd())
os.mkdir("package")
for name, text in (
    ("package/__init__.py", "print('init')\n"),
    ("package/__main__.py", "print(__name__, __package__, __spec__.name)\n"),
    ("package/module.py", "import sys\nprint(__name__, __package__, sys.argv[0] == __file__)\ny = 2\n"),
):
    with open(name, "w") as file:
        file.write(text)


def run(function, *arguments, **options):
    try:
        return function(*arguments, **options)
    except Exception as error:
        print(type(error).__name__, str(error).replace(os.getcwd(), "HERE"))


names = run(runpy.run_module, "package.module", {"given": 5}, "other name")
print(names["y"], names["given"], names["__name__"])
names = run(runpy.run_module, "package.module", None, "__main__", True)
print(names["y"], sys.argv[0] == __file__)
run(runpy.run_module, "package")
run(runpy.run_module, "nope")
run(runpy.run_module, "package.nope")
run(runpy.run_module, ".relative")
run(runpy.run_module, "nope.inner")
names = run(runpy.run_path, "package/module.py", {"given": 1}, "__main__")
print(names["given"], names["y"], names["__file__"], names["__spec__"])
os.mkdir("folder")
with open("folder/__main__.py", "w") as file:
    file.write("print('folder', __name__)\nq = 3\n")
names = run(runpy.run_path, "folder")
print(names["q"], names["__name__"])
run(runpy.run_path, "nope.py")
