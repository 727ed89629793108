class A:
    def __repr__(self): return "A()"
class B:
    def __str__(self): return "b-str"
    def __repr__(self): return "B()"
class C:
    def __str__(self): return 5
print(A(), str(A()), repr(B()), B(), [A(), B()], {1: B()}, f"{B()!r} {B()}")
print("%s %r" % (B(), B()), "{} {!r}".format(B(), B()))
try:
    str(C())
except TypeError as e:
    print(e)
class D:
    def __repr__(self): return None
try:
    print([D()])
except TypeError as e:
    print(e)
