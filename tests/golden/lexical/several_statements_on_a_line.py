a = 1; b = 2; print(a, b);
if a: print("one"); print("two")
if not a: print("never"); print("neither")
for i in 1, 2: print(i, end=""); print(";", end="")
print()
class A: x = 1; y = 2
print(A.x, A.y)
for source in ("a = 1; if a: pass", "if 1: if 2: pass", ";", "a = 1;;", "for x in (): pass; else: pass",
               "if 1: pass; elif 2: pass", "x = 1 y = 2", "print 1"):
    try:
        exec(source)
    except SyntaxError as e:
        print(source, "->", e.msg)
