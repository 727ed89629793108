class Child(dict):
    pass


c = Child(a=1)
c.note = "attribute"
copied = c.copy()
print(type(copied).__name__, copied, hasattr(copied, "note"), c == {"a": 1}, c != {"a": 2})
shallow = {"l": []}
other = shallow.copy()
other["l"].append(1)
other["m"] = 2
print(shallow, other, shallow.clear(), shallow, other)
print(repr(Child({1: [2]})), str(Child()), dict.__repr__(c), len(Child()), bool(Child()), bool({0: 0}))
recursive = {}
recursive["self"] = recursive
print(recursive)
for call in (lambda: hash({}), lambda: {}.x, lambda: setattr({}, "x", 1), lambda: {}.copy(1), lambda: {}.clear(1), lambda: {}(), lambda: dict.get(1, 2), lambda: dict.__init__(3), lambda: {1: 2}.__delitem__(3), lambda: {}.has_key(1)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
