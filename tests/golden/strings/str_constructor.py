print(str(), str(5), str(b"x", "ascii"), str(b"x"), str([1, "a"]), str(None), str("s"), str(1.0), str(object=3))
class A:
    def __str__(self): return "A!"
print(str(A()), str(A) == repr(A), str(ValueError("m")), str(...))
try:
    str(5, "ascii")
except TypeError as e:
    print(e)
