"""str() of a str is the very object; of a subclass it is what __str__ returns."""


class S(str):
    pass


class T(str):
    def __str__(self):
        return self


class U(str):
    def __str__(self):
        return S("from U")


class V(str):
    def __str__(self):
        return 5


a = "text of some length"
print(str(a) is a, str(object=a) is a)
s = S("sub")
print(type(str(s)).__name__, str(s) is s, s.__str__() is s, type(s.__str__()).__name__)
print(type(str(T("t"))).__name__, type(str(U("u"))).__name__, str(U("u")))
try:
    str(V("v"))
except TypeError as error:
    print(error)
print(type(f"{s}").__name__, type(f"{s!s}").__name__, type("%s" % s).__name__, type("{}".format(s)).__name__)
print(type(s + "").__name__, type(s[:]).__name__, type(s * 1).__name__, type(s.strip()).__name__, type(s.lower()).__name__)
print(type("".join([s])).__name__, type(s.replace("q", "z")).__name__, type(s.ljust(1)).__name__)
print(a[:] is a, a * 1 is a, a + "" is a, a.strip() is a, a.replace("zz", "y") is a, "".join([a]) is a)
print(S(s) is s, type(S(T("x"))).__name__, S(T("x")) == "x")


class R:
    def __repr__(self):
        return S("repr")


print(type(repr(R())).__name__, type(str(R())).__name__, type(f"{R()!r}").__name__, type(ascii(R())).__name__)
