x = "global"
def after():
    try:
        print(x)
    except UnboundLocalError as e:
        print(e)
    x = 1
def never():
    if False:
        x = 1
    return x
def by_import():
    print(len)
    import math as len
def by_del():
    del x
def by_for():
    for x in (): pass
    return x
def by_except():
    try: pass
    except ValueError as x: pass
    return x
def by_annotation():
    x: int
    return x
def by_walrus(): return [x, (x := 1)]
def by_comprehension(): return [x := i for i in ()], x
after()
for f in (never, by_import, by_del, by_for, by_except, by_annotation, by_walrus, by_comprehension):
    try:
        print(f())
    except UnboundLocalError as e:
        print(f.__name__, e)
