def chain(error):
    names = []
    while error is not None and len(names) < 10:
        names.append(str(error))
        error = error.__context__
    return names


a, b, c = ValueError("a"), ValueError("b"), ValueError("c")
try:
    try:
        try:
            raise a
        except ValueError:
            raise b
    except ValueError:
        raise c
except ValueError as error:
    print(chain(error))
try:
    try:
        raise c
    except ValueError:
        raise a
except ValueError as error:
    print(chain(error))
try:
    try:
        raise a
    except ValueError:
        raise a
except ValueError as error:
    print(chain(error))
