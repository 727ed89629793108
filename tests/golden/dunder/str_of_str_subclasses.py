class S(str):
    def __str__(self): return "from __str__"
    def __repr__(self): return "from __repr__"
    def __format__(self, spec): return f"from __format__ {spec!r}"
s = S("content")
print(s, repr(s), f"{s}", f"{s:x}", f"{s!s}", f"{s!s:>20}", "%s" % s, "%r" % s, s + "!", str.__str__(s))
print("".join([s]), [s], str(s), type(str(s)).__name__, s == "content", {"content": 1}[s])
print(type(S("a") + "b").__name__, type(s[:]).__name__, type(s.strip()).__name__, type(str(S("x"))).__name__)
