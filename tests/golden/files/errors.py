import os
for f in (lambda: open("nope.txt"), lambda: open("/"), lambda: open("x/y/z", "w"), lambda: open("f", "q"), lambda: open("f", "rw"), lambda: open("f", "x") and open("f", "x"), lambda: os.remove("nope"), lambda: os.mkdir("/"), lambda: os.listdir("nope"), lambda: open("f").write("a"), lambda: open("f", "w").read()):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
try:
    open("gone.txt")
except FileNotFoundError as e:
    print(e.errno, e.strerror, e.filename)
