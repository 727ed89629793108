x, name = 3, "World"
print(f"{x}", f"{x + 1} {name.lower()}", f"{{literal}} {x}", f"{'quoted'}")
print(f"{x!r} {name!r} {name!s} {'é'!a}")
print(f"{[i for i in range(3)]} {({'a': 1})['a']} {(lambda y: y * 2)(4)}")
print(f"a{x}b" "c" f"{x}", rf"\d{x}", f"{'a' if x else 'b'}")
