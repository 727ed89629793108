# Generators that delegate in rows: values pass through them however the rows are resumed, looked at and broken.
import sys


class Tree:
    def __init__(self, left, value, right):
        self.left, self.value, self.right = left, value, right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right


def tree(numbers):
    if not numbers:
        return None
    middle = len(numbers) // 2
    return Tree(tree(numbers[:middle]), numbers[middle], tree(numbers[middle + 1:]))


numbers = list(range(60))
root = tree(numbers)
print([x for x in root] == numbers, list(root) == numbers, sum(root), max(root), 41 in root)

# Two rows in turns, in one loop and in nested loops.
print(all(a == b for a, b in zip(tree(numbers), tree(numbers))))
total = 0
for a in root:
    for b in tree([1, 2, 3, 4, 5, 6, 7]):
        total += a * b
print(total)

# Left and taken up again, by a loop, by next, and from another function.
iterator = iter(root)
for x in iterator:
    if x == 20:
        break
print(next(iterator), next(iterator))


def go_on(iterator, stop):
    for x in iterator:
        if x == stop:
            return x


print(go_on(iterator, 30), go_on(iterator, 40), list(iterator)[:3])


# The inner generators are advanced, looked at, closed behind the back of the outer ones.
def chain(depth, made):
    if depth == 0:
        for i in range(10):
            yield i
        return "end"
    inner = chain(depth - 1, made)
    made.append(inner)
    result = yield from inner
    return result + str(depth)


def returns(generator, results):
    results.append((yield from generator))


made, results = [], []
outer = returns(chain(5, made), results)
for x in outer:
    if x in (2, 5):
        print("inner", [next(made[2]), next(made[-1])], [m.gi_suspended for m in made])
        print(made[1].gi_frame.f_lineno > 0, made[0].gi_yieldfrom is made[1])
print(x, results)

made = []
outer = chain(5, made)
try:
    for x in outer:
        if x == 3:
            print(made[2].close(), made[2].gi_frame)
except TypeError as error:
    print(type(error).__name__)
print(x)


# While a row runs its members say so.
def spy(members):
    for i in range(4):
        try:
            next(members[1])
        except ValueError as error:
            print(i, error, [m.gi_running for m in members], sys._getframe(3).f_code.co_name)
        yield i


def around(generator, depth):
    if depth == 0:
        yield from generator
    else:
        inner = around(generator, depth - 1)
        members.append(inner)
        yield from inner


members = []
row = around(spy(members), 4)
for x in row:
    print(x, [m.gi_running for m in members])


# Exceptions thrown into a row that waits, and raised by its last member.
def catching(depth):
    if depth == 0:
        for i in range(6):
            try:
                yield i
            except KeyError as error:
                yield ("caught", error.args)
            if i == 4:
                raise LookupError("four")
    else:
        try:
            yield from catching(depth - 1)
        except LookupError as error:
            if depth > 2:
                raise
            yield ("at", depth, error.args)


row = catching(4)
for x in row:
    print(x)
    if x == 1:
        print(row.throw(KeyError("k")))
row = catching(4)
for x in row:
    if x == 3:
        print(row.send(None), row.throw(LookupError("l")))
        break
del row, x


# A row that is forgotten runs what must be run, innermost first.
def careful(depth):
    try:
        if depth == 0:
            yield 1
            yield 2
            yield 3
        else:
            yield from careful(depth - 1)
    finally:
        print("left", depth)


for x in careful(3):
    if x == 2:
        break
row = careful(2)
print(next(row), next(row))
row.close()


# Deep rows.
def deep(n):
    if n:
        yield from deep(n - 1)
    else:
        yield "bottom"
        yield "again"


print(list(deep(200)))
for x in deep(150):
    print(x)


# What runs the rows is a generator itself, or a built-in that collects.
def doubled(iterable):
    for x in iterable:
        yield x * 2


print(list(doubled(doubled(tree([1, 2, 3, 4, 5, 6, 7, 8, 9])))))
print(tuple(x for x in tree([3, 1, 2])), set(tree([3, 1, 2])), any(x > 7 for x in root), all(x < 7 for x in root))
print({x: y for x, y in zip(root, tree(list("abcdefgh")))})
