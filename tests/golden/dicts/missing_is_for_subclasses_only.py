class Default(dict):
    def __missing__(self, key):
        self[key] = value = f"made {key}"
        return value


d = Default(a=1)
print(d["b"], d, d.get("c"), "c" in d, d.pop("c", "popped"))
print(dict.__getitem__(d, "e"))


class Tricky(dict):
    def __missing__(self, key):
        raise LookupError(f"really no {key}")


try:
    Tricky()["x"]
except LookupError as error:
    print(type(error).__name__, error)
plain = {}
print(hasattr(plain, "__missing__"))
instance = Tricky()
instance.__missing__ = lambda key: "from the instance"
try:
    instance["y"]
except LookupError as error:
    print(error)
print("%(anything)s" % Default(), "{anything}".format_map(Default()))
