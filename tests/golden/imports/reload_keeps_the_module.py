import importlib, os, sys
sys.path.insert(0, os.getcwd())
sys.dont_write_bytecode = True
def write(text):
    with open("changing.py", "w") as file: file.write(text)
write("a = 1\nb = 2\n")
import changing
first = changing
write("a = 'new'\nc = 33\n")
os.utime("changing.py", (1, 1))
print(importlib.reload(changing) is first, changing.a, changing.b, changing.c)
write("a = 'before the error'\n1 / 0\n")
os.utime("changing.py", (2, 2))
try:
    importlib.reload(changing)
except ZeroDivisionError as e:
    print(e, changing.a, "changing" in sys.modules)
for bad in (5, "changing", type(sys)("unknown")):
    try:
        importlib.reload(bad)
    except (TypeError, ImportError) as e:
        print(type(e).__name__, e)
print(importlib.import_module("json.decoder").__name__, importlib.import_module(".decoder", "json").__name__)
try:
    importlib.import_module(".x")
except TypeError as e:
    print(e)
