def trace(label, value):
    print(label, end=" ")
    return value


result = {trace(f"k{i}", i): trace(f"v{i}", i * i) for i in trace("outer", range(3)) if trace(f"if{i}", i != 1)}
print(result)
x = "outer"
print([x for x in range(3)], x, [(x, y) for x in "ab" for y in x * 2], {x for x in "aab"} == {"a", "b"}, x)
y = [last := n for n in range(3)]
print(last, [[j for j in range(i)] for i in range(3)], [lambda: i for i in range(3)][0](), list(a + b for a in "xy" for b in "12"))


class Body:
    size = 3
    squares = [n * n for n in range(size)]
    try:
        wrong = [size for _ in range(1)]
    except NameError as error:
        wrong = str(error)


print(Body.squares, Body.wrong)
for source in ("[x for x in 5]", "[undefined for _ in 'a']", "{[]: 1 for _ in 'a'}", "[*x for x in []]", "[x := 1 for x in []]", "[(yield) for x in []]", "[x async for x in []]", "{**a for a in []}", "[x for x in [], []]", "[1 for True in []]", "dict(k=v for k, v in [])"):
    try:
        eval(source)
        print(source, "fine")
    except Exception as error:
        print(source, "|", error.msg if isinstance(error, SyntaxError) else error)
lazy = (n for n in (trace("now", [1])))
print(next(lazy))
try:
    (n for n in None)
except TypeError as error:
    print(error)
