import sys

thing = object()
print(id(thing) == id(thing), id(thing) != id(object()), isinstance(id(thing), int))
alias = thing
print(id(alias) == id(thing), (alias is thing) == (id(alias) == id(thing)))
items = [object() for _ in range(1000)]
print(len({id(item) for item in items}))
print(id(None) == id(None), id(type(None)) == id(None.__class__))
print(hex(id(thing))[2:] in repr(thing))
for arguments in ((), (1, 2)):
    try:
        id(*arguments)
    except TypeError as error:
        print(error)
