for call in (lambda: list.append(1, 2), lambda: str.upper(b"a"), lambda: dict.get({}), lambda: list.append(),
             lambda: int.__add__("1", 2), lambda: int.__add__(1), lambda: list.__len__(()), lambda: object.__repr__(),
             lambda: dict.keys([]), lambda: list.append.__get__(5), lambda: list.append.__get__(None, None)):
    try:
        call()
    except TypeError as e:
        print(e)
print(list.append.__get__([], None).__name__, list.append.__get__(None, list) is list.append)
print(int.__add__(1, "x"), int.__add__(True, 2), str.upper("a"))
