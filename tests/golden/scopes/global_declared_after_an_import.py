# A name that was only imported may still be declared global; one that was used or assigned may not.
import sys

sources = ["def f():\n import x\n global x", "def f():\n x = 1\n print(x)\n global x", "def f():\n x += 1\n global x",
           "def f():\n print(x)\n global x", "def f(x):\n global x", "def f():\n x: int\n global x",
           "def f():\n for x in y: pass\n global x", "def f():\n def x(): pass\n global x",
               "def f():\n del x\n global x"]
for source in sources:
    try:
        compile(source, "<source>", "exec")
        print("fine")
    except SyntaxError as error:
        print(error.msg, error.lineno)
