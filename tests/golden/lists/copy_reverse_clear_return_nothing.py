items = [1, [2], 3]
copied = items.copy()
print(copied == items, copied is items, copied[1] is items[1])
print(items.reverse(), items, items.clear(), items, copied)


class Stack(list):
    pass


stack = Stack("ab")
print(type(stack.copy()).__name__, type(stack[:]).__name__, type(stack + []).__name__, type(stack * 2).__name__, type(stack.__reversed__()).__name__)
stack += "c"
print(type(stack).__name__, stack, stack == list("abc"), stack != Stack())
for call in (lambda: [].reverse(1), lambda: [].clear(x=1), lambda: [].copy(1)):
    try:
        call()
    except TypeError as error:
        print(error)
