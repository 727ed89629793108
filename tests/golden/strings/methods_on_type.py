print(str.upper("abc"), list(map(str.strip, [" a ", "b "])), str.join("-", "ab"), sorted(["b", "A"], key=str.lower))
f = "abc".startswith
print(f("a"), "x".__add__("y"), "abc".__contains__("b"), "a".__eq__(5), "abc".__len__(), "a".__mul__(3), "abc".__getitem__(1))
try:
    str.upper(5)
except TypeError as e:
    print(e)
