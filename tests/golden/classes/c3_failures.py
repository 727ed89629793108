def build(*specs):
    made = {}
    try:
        for name, bases in specs:
            made[name] = type(name, tuple(made[b] for b in bases), {})
        print([c.__name__ for c in made[name].__mro__])
    except TypeError as e:
        print(e)
build(("A", ""), ("B", "A"), ("C", "A"), ("D", "BC"))
build(("A", ""), ("B", "A"), ("C", "AB"))
build(("A", ""), ("B", ""), ("C", "AB"), ("D", "BA"), ("E", "CD"))
build(("O", ""), ("A", "O"), ("B", "O"), ("C", "O"), ("D", "O"), ("E", "O"), ("F", "ABC"), ("G", "DBE"), ("H", "DA"), ("I", "FGH"))
for bases in ((object, int), (int, object), (bool,), (int, str), (dict, list), (type, int), (int, float)):
    try:
        print([c.__name__ for c in type("X", bases, {}).__mro__])
    except TypeError as e:
        print(e)
