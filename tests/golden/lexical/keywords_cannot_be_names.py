import keyword
print(keyword.kwlist)
print(keyword.softkwlist)
for word in keyword.kwlist:
    for source in (f"{word} = 1", f"def {word}(): pass", f"x.{word}", f"import {word}", f"f({word}=1)"):
        try:
            compile(source, "<text>", "exec")
        except SyntaxError:
            pass
        else:
            print("accepted:", source)
class A: pass
a = A()
setattr(a, "class", 1)
print(getattr(a, "class"), vars(a))
def f(**k): return k
print(f(**{"class": 1, "not a name": 2}))
