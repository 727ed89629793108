print(dict.fromkeys("ab"), dict.fromkeys([1, 2, 1], "v"), {}.fromkeys(range(2), 0), dict.fromkeys({"k": 1}))
shared = dict.fromkeys("ab", [])
shared["a"].append(1)
print(shared)


class Recording(dict):
    def __setitem__(self, key, value):
        print("set", key)
        super().__setitem__(key, value)


print(Recording.fromkeys("xy", 1), type(Recording.fromkeys("")).__name__)


class Odd(dict):
    def __new__(cls):
        return {"already": 0}


print(Odd.fromkeys("n"))
for arguments in ((), (1,), ([[]],), ("a", 1, 2)):
    try:
        print(dict.fromkeys(*arguments))
    except TypeError as error:
        print(error)
