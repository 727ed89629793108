"""A subscript passes one object: an index, a slice, or a tuple of them."""


class See:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


s = See()
print(s[1], s[1,], s[1, 2], s[()], s[:], s[::], s[1:], s[:2], s[::3], s[1:2:3])
print(s[1:2, ...], s[..., None], s[:, :], s[*(1, 2)], s[*(), ], s[0, *(1, 2), 3], s[*"ab"])
print(s["a":"b"], s[None:None], s[[1]], s[lambda: 1].__name__, s[1 if 0 else 2], s[x := 5], x)
s[1:2] = 3
s[::2], s[...] = "ab"
del s[1], s[2:3], s[4, 5:6]
s[0] += (1,) if False else 0 if isinstance(s[0], int) else 1
print(s[not 1], s[-1], s[1 < 2], s[b""])
for source in ("s[]", "s[1:2:3:4]", "s[*]", "s[**a]", "s[a=1]", "s[a:=1:2]", "s[for x in y]", "s[*a:b]", "s[:=1]"):
    try:
        compile(source, "", "eval")
        print(source, "fine")
    except SyntaxError as error:
        print(source, "|", error.msg)
