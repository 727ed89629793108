"""finally runs when a loop is left by break, continue, return or an exception, and may change the outcome."""


def by(way):
    log = []
    for i in range(3):
        try:
            log.append(i)
            if i == 1:
                if way == "break":
                    break
                if way == "continue":
                    continue
                if way == "return":
                    return log
                if way == "raise":
                    raise ValueError(way)
            log.append("end")
        finally:
            log.append("finally")
    else:
        log.append("else")
    return log


for way in ("break", "continue", "return", "none"):
    print(way, by(way))
try:
    by("raise")
except ValueError as error:
    print(repr(error))


def swallow():
    while True:
        try:
            raise ValueError
        finally:
            break
    return "swallowed"


def override():
    for i in range(2):
        try:
            return i
        finally:
            continue
    return "after"


def value_kept():
    x = 1
    try:
        return x
    finally:
        x = 2


def nested():
    try:
        try:
            return "inner"
        finally:
            print("first")
    finally:
        print("second")


def loses():
    try:
        1 / 0
    finally:
        return "lost"


def generator():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


print(swallow(), override(), value_kept(), nested(), loses())
for x in generator():
    break
print("after loop")
del x
