import os
import subprocess
import sys


def run(*words, given=""):
    done = subprocess.run([sys.executable, "-m", *words], input=given, capture_output=True, text=True)
    print(words, done.returncode)
    print(done.stdout, done.stderr.splitlines()[-1:])


with open("data.json", "w") as file:
    file.write('{"b": [1, 2, {"c": null}], "a": "é"}')
run("json.tool", "data.json")
run("json.tool", "--sort-keys", "--no-ensure-ascii", "--indent", "2", "data.json")
run("json.tool", "--compact", given="[1, 2,\n 3]")
run("json.tool", "--no-indent", "--json-lines", given='{"a": 1}\n[2]\n')
run("json.tool", "--tab", "data.json", "out.json")
with open("out.json") as file:
    print(file.read())
run("json.tool", given="{bad}")
run("base64", "-e", given="hello world")
run("base64", "-d", given="aGVsbG8gd29ybGQ=\n")
run("base64", "-q")
run("this")
with open("module.py", "w") as file:
    file.write("def f():\n    return 1\n\n\nclass C:\n    def m(self):\n        pass\n")
run("inspect", "module:f")
run("inspect", "module:C.m")
run("inspect", "nosuch")
run("inspect", "sys")
run("random", "--choice", "same", "same")
run("random", "-i", "1")
with open("tabs.py", "w") as file:
    file.write("if 1:\n        a\n\tb\n")
with open("fine.py", "w") as file:
    file.write("if 1:\n    a\n")
run("uuid", "-u", "uuid3", "-n", "@dns", "-N", "python.org")
run("uuid", "-u", "uuid5", "-n", "6ba7b810-9dad-11d1-80b4-00c04fd430c8", "-N", "x")
run("uuid", "-u", "uuid5")
run("tabnanny", "-v", "tabs.py", "fine.py")
run("tabnanny", "tabs.py")
run("calendar", "2024", "2")
run("ast", given="x = 1\n")
run("tokenize", "fine.py")
run("code", "-q", given="1 + 1\nx\n")
run("timeit", "-q")
run("cProfile")
run("pdb", "nosuch.py")
run("pdb", "-c", "continue", "-c", "quit", "module.py")
os.remove("module.py")
