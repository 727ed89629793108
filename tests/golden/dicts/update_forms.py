d = {"a": 1}
d.update({"b": 2}, c=3)
d.update([("d", 4), ["e", 5], "f6"])
d.update()
d.update(a=0, self=7)
print(d)


class Keys:
    def keys(self):
        print("keys asked")
        return iter("xy")

    def __getitem__(self, key):
        return key.upper()


d = {}
d.update(Keys())
print(d)
for arguments in ((5,), ([1],), (["abc"],), ([(1,)],), ({}, {}), ([([], 1)],), (None,)):
    try:
        d.update(*arguments)
    except Exception as error:
        print(type(error).__name__, error)
try:
    d.update([("kept", 1), ("broken",)])
except ValueError as error:
    print(error, d)
