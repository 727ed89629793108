def before():
    print(x)
    x = 1


def deleted():
    x = 1
    del x
    return x


def conditional(flag):
    if flag:
        y = 1
    return y


def free():
    def inner():
        return z

    try:
        inner()
    except NameError as error:
        print(error)
    z = 1
    print(inner())
    del z
    inner()


def handler():
    try:
        raise ValueError
    except ValueError as e:
        pass
    return e


def loop():
    for i in []:
        pass
    return i


def augmented():
    counter += 1


for function, arguments in ((before, ()), (deleted, ()), (conditional, (0,)), (free, ()), (handler, ()), (loop, ()), (augmented, ()), (lambda: nowhere, ())):
    try:
        function(*arguments)
    except NameError as error:
        print(type(error).__name__, error)
try:
    del never_defined
except NameError as error:
    print(error)


class Body:
    try:
        print(inside)
    except NameError as error:
        print(error)
