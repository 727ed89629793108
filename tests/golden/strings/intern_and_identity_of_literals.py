import sys

a = "".join(["he", "llo"])
b = sys.intern(a)
print(a == b, sys.intern("".join(["hel", "lo"])) is b, sys.intern("x") is sys.intern("x"))


class Text(str):
    pass


for value in (5, None, b"a", Text("a")):
    try:
        sys.intern(value)
    except TypeError as error:
        print(error)
s = "abc"
print(s[:] is s, s.strip() is s, str(s) is s, s * 1 is s, s + "" is s, "" + s is s, s.replace("x", "y") is s, "%s" % s == s, format(s) == s)
