class A: pass
a = A()
print(hash(a) == hash(a), a in {a}, a == A(), {a: 1}[a])
class B:
    __hash__ = None
try:
    hash(B())
except TypeError as e:
    print(e)
def f(): ...
print(hash(f) == hash(f), hash(int) == hash(int), hash(len) == hash(len), hash(a.__init__) is not None)
