"""Values pass through generators that delegate, whatever looks at them meanwhile."""
import sys
import traceback


def leaf(values):
    for value in values:
        try:
            got = yield value
        except KeyError as error:
            yield f"caught {error}"
            continue
        if got is not None:
            print("sent", got)
    return "done"


def chain(depth, values):
    if depth == 0:
        return (yield from leaf(values))
    result = yield from chain(depth - 1, values)
    if depth == 2:
        yield "between"
    return result


def plainly():
    for value in chain(4, range(4)):
        print(value, end=" ")
    print()


plainly()
generator = chain(3, [1, 2, 3, 4, 5, 6])
print(next(generator), next(generator))
frames = []
inner = generator
while inner is not None and hasattr(inner, "gi_frame"):
    frames.append((inner.gi_frame.f_code.co_name, sorted(inner.gi_frame.f_locals)))
    inner = inner.gi_yieldfrom
print(frames)
print(next(generator), generator.send("word"), generator.throw(KeyError("key")), next(generator))
print(list(generator))


class Node:
    def __init__(self, left, value, right):
        self.left, self.value, self.right = left, value, right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right


def tree(low, high):
    if low >= high:
        return None
    middle = (low + high) // 2
    return Node(tree(low, middle), middle, tree(middle + 1, high))


for _ in range(3):
    print(list(tree(0, 9)), tuple(tree(0, 5)), sum(tree(0, 20)), max(tree(0, 7)))
    for value in tree(0, 6):
        print(value, end=";")
    print()


def failing(depth):
    if depth == 0:
        yield 1
        yield 2
        raise ValueError("at the leaf")
    yield from failing(depth - 1)


try:
    for value in failing(3):
        print(value)
except ValueError:
    traceback.print_exc(file=sys.stdout)


def looks(depth):
    if depth == 0:
        for _ in range(3):
            yield [frame.name for frame in traceback.extract_stack()]
        return
    yield from looks(depth - 1)


for names in looks(3):
    print(names)

outer = None


def reentrant(depth):
    if depth == 0:
        for _ in range(3):
            try:
                next(outer)
            except ValueError as error:
                yield str(error)
        return
    yield from reentrant(depth - 1)


outer = reentrant(3)
for text in outer:
    print(text)

log = []


class Noted:
    def __del__(self):
        log.append("gone")


def keeps(depth):
    noted = Noted()
    if depth == 0:
        yield 1
        yield 2
        yield 3
    else:
        yield from keeps(depth - 1)


for value in keeps(2):
    print(value, len(log))
    if value == 2:
        break
print(len(log))
generator = keeps(3)
next(generator), next(generator)
print(sys.getrefcount(generator), sys.getrefcount(generator.gi_yieldfrom))
generator.close()
print(len(log))
generator = keeps(3)
next(generator), next(generator)
del generator
print(len(log))


def with_handler(depth):
    try:
        raise LookupError(depth)
    except LookupError:
        if depth == 0:
            for _ in range(2):
                yield repr(sys.exception())
        else:
            yield from with_handler(depth - 1)
            yield repr(sys.exception())


for text in with_handler(2):
    print(text, sys.exception())
