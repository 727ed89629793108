"""Programs in one file: made, looked at, and run."""

import io
import os
import pathlib
import runpy
import subprocess
import sys
import zipapp
import zipfile


def attempt(function, *arguments, **keywords):
    try:
        return function(*arguments, **keywords)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def run(*words):
    done = subprocess.run([sys.executable, *words], capture_output=True, text=True)
    return done.stdout + done.stderr, done.returncode


app = pathlib.Path("app")
(app / "package").mkdir(parents=True)
(app / "package" / "__init__.py").write_text("def start():\n    print('started', __name__, __file__[-30:])\n")
print(attempt(zipapp.create_archive, "app"), attempt(zipapp.create_archive, "absent"))
print(attempt(zipapp.create_archive, "app", main="no"))
zipapp.create_archive("app", "first.pyz", main="package:start")
print(zipfile.ZipFile("first.pyz").read("__main__.py"))
print(run("first.pyz")[1], run("first.pyz")[0].split()[:2])
(app / "__main__.py").write_text("import sys, package\nprint(sys.argv[1:], __name__, __package__ == '', package.__name__)\n"
                                 "print(__file__.endswith('__main__.py'), __spec__.name, sys.path[0].endswith('app.pyz'))\n"
                                 "sys.exit(3)\n")
zipapp.create_archive("app", interpreter="/usr/bin/env python3", compressed=True)
print(zipapp.get_interpreter("app.pyz"), os.access("app.pyz", os.X_OK), sorted(zipfile.ZipFile("app.pyz").namelist()))
print(run("app.pyz", "a", "b"))
print(run("app", "c")[0].splitlines()[0])
target = io.BytesIO()
zipapp.create_archive("app.pyz", target, interpreter="other")
print(target.getvalue().split(b"\n")[0], attempt(zipapp.create_archive, "app", main="package:start"))
zipapp.create_archive(app, "less.pyz", filter=lambda path: path.suffix == ".py")
print(zipfile.ZipFile("less.pyz").namelist())
print(attempt(runpy.run_path, "first.pyz", run_name="other")["__name__"])
with zipfile.ZipFile("empty.pyz", "w") as archive:
    archive.writestr("other.py", "")
print(run("empty.pyz")[0].partition("can't")[2].partition("'/")[0], run("empty.pyz")[1])
print(run("-m", "zipapp", "app.pyz", "--info"))
