class M1(type): pass
class M2(M1): pass
class M3(type): pass
class A(metaclass=M1): pass
class B(metaclass=M2): pass
class C(A, B): pass
class D(A, metaclass=type): pass
class E(A, metaclass=M2): pass
print([type(c).__name__ for c in (A, B, C, D, E)])
for bases, kw in (((A,), {"metaclass": M3}), ((A, type("F", (), {})), {"metaclass": M3})):
    try:
        class X(*bases, **kw): pass
    except TypeError as e:
        print(e)
print(type("G", (B,), {}).__class__.__name__, M1("H", (), {}).__class__.__name__, type.__call__(M1, "I", (), {}))
class J(metaclass=lambda *args, **kw: (args[0], args[1], kw)): pass
print(J)
class K(metaclass=print, sep='-'): pass
print(K)
