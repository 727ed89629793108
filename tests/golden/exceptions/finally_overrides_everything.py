def returns():
    try:
        return "try"
    finally:
        return "finally"


def swallows():
    try:
        raise ValueError
    finally:
        return "swallowed"


def loops():
    for i in range(3):
        try:
            continue
        finally:
            if i == 1:
                break
    return i


def late():
    x = 1
    try:
        return x
    finally:
        x = 2


def nested():
    try:
        try:
            raise KeyError("a")
        finally:
            print("inner finally")
            raise IndexError("b")
    except IndexError as error:
        return repr(error), repr(error.__context__)


def generator():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


print(returns(), swallows(), loops(), late(), nested())
for value in generator():
    break
g = generator()
next(g)
del g
print("after")
try:
    try:
        raise ValueError("first")
    except ValueError:
        raise TypeError("second")
    else:
        print("never")
    finally:
        print("finally")
except TypeError as error:
    print(error, "after", error.__context__)
