"""The else of a loop runs when the loop is not left by break, even when it never ran."""


def loop(items, stop=None):
    for item in items:
        if item == stop:
            break
    else:
        return "else"
    return f"broke at {item}"


print(loop([1, 2], 2), loop([1, 2], 3), loop([]), loop([1], 1))
n = 3
while n:
    n -= 1
    if n == 5:
        break
else:
    print("while else", n)
while False:
    pass
else:
    print("never ran")
while True:
    try:
        raise StopIteration
    except StopIteration:
        break
else:
    print("not reached")
for i in range(2):
    for j in range(2):
        if j:
            break
    else:
        print("inner else")
        continue
    print("inner broke", i)
else:
    print("outer else")
for x in []:
    pass
try:
    print(x)
except NameError as error:
    print(error)
for i in range(3):
    i *= 10
    print(i, end=" ")
print(i)
items = [1, 2, 3, 4]
for item in items:
    items.remove(item)
print(items)
for i, in [(1,), (2,)]:
    print(i, end=" ")
for i, *rest in ["abc", "d"]:
    print(i, rest, end=" ")
d = {}
for d["key"] in range(3):
    pass
print(d)


class A:
    pass


for A.attr in "xy":
    pass
print(A.attr)
for (a, b), c in [((1, 2), 3)]:
    print(a, b, c)
for x in 1, 2, *[3, 4]:
    print(x, end=" ")
print()
