for metaclass in (None, 5, "type"):
    try:
        class A(metaclass=metaclass): pass
    except TypeError as e:
        print(e)
class NoPrepare:
    def __new__(cls, name, bases, ns): return "made " + name
class B(metaclass=NoPrepare): pass
print(B)
class BadPrepare(type):
    @classmethod
    def __prepare__(m, name, bases): return 5
try:
    class C(metaclass=BadPrepare): pass
except TypeError as e:
    print(e)
class Instance:
    def __prepare__(self, name, bases): return {"given": 1}
    def __call__(self, name, bases, ns): return ns["given"]
class D(metaclass=Instance()): pass
print(D)
