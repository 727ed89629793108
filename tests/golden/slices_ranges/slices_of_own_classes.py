class Shows:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


s = Shows()
print(s[1:2], s[:], s[::], s[1:2, 3], s[..., 1], s[:, ::2], s["a":"b":"c"], s[()], s[(1,)], s[1,], s[-1], s[None:], s[[1]:{}], s[lambda: 0].__name__)
s[1:2] = 5
del s[::2]
s[0, 1] += (2,)
print(s[*[1, 2]], s[*"ab", 3], s[slice(1)] == slice(None, 1, None), slice(1, 2, 3).indices(2), [*range(10)][slice(2, None, 3)], "abcdef"[slice(-3, None)], (1, 2, 3)[slice(None)] == (1, 2, 3))


class Clamped(list):
    def __getitem__(self, key):
        if isinstance(key, slice):
            return Clamped(super().__getitem__(key))
        return super().__getitem__(max(-len(self), min(key, len(self) - 1)))


c = Clamped("abc")
print(c[99], c[-99], c[1:], type(c[1:]).__name__, list(c), c[::-1])
