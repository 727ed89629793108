class D:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name, "sees", [n for n in vars(owner) if not n.startswith("__")])
class A:
    first = D()
    second = D()
    same = first
A.later = D()
class Bad:
    def __set_name__(self, owner, name): raise ValueError("refused")
try:
    class B:
        x = Bad()
except ValueError as e:
    print(type(e).__name__, e, e.__notes__)
class Wrong:
    def __set_name__(self): pass
try:
    class C:
        y = Wrong()
except TypeError as e:
    print(e, e.__notes__)
class OnInstance: pass
o = OnInstance()
o.__set_name__ = print
class E:
    z = o
