# Sources compiled into files; what is wrong is told.
import compileall
import os
import py_compile

os.makedirs("src/below")
for name, text in ("good.py", "x = 1\n"), ("bad.py", "def (\n"), ("below/more.py", "y = 2\n"), ("note.txt", "z"):
    with open("src/" + name, "w") as file:
        file.write(text)
print(py_compile.compile("src/good.py", cfile="out/good.pyc"), os.path.exists("out/good.pyc"))
print(os.path.dirname(py_compile.compile("src/good.py")))
try:
    py_compile.compile("src/bad.py", doraise=True)
except py_compile.PyCompileError as error:
    print(error.exc_type_name, error.file, str(error).splitlines()[-1])
print(py_compile.compile("src/bad.py", quiet=2))
print(compileall.compile_dir("src", quiet=2), compileall.compile_dir("src/below", quiet=1, force=True))
print(sorted(name.split(".")[0] for name in os.listdir("src/__pycache__")), compileall.compile_file("src/note.txt"))
print(compileall.compile_file("src/bad.py", quiet=2, legacy=True),
    compileall.compile_file("src/good.py", legacy=True, quiet=1))
print(sorted(os.listdir("src")))
