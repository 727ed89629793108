class Shy:
    present = 1

    def __getattr__(self, name):
        if name == "broken":
            raise RuntimeError("not an AttributeError")
        raise AttributeError(name)


shy = Shy()
print(hasattr(shy, "present"), hasattr(shy, "absent"))
shy.own = 2
delattr(shy, "own")
print(hasattr(shy, "own"), getattr(shy, "own", "default"))
for call in (
    lambda: hasattr(shy, "broken"),
    lambda: getattr(shy, "broken", "default"),
    lambda: delattr(shy, "own"),
    lambda: delattr(shy, "present"),
    lambda: hasattr(shy, 1),
    lambda: getattr(shy, None),
    lambda: setattr(shy, b"x", 1),
    lambda: delattr(shy, 2),
    lambda: setattr(3, "x", 1),
    lambda: setattr(int, "x", 1),
    lambda: delattr(int, "real"),
    lambda: getattr(shy),
    lambda: hasattr(shy),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
