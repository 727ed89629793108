def a():
    try:
        return 1
    finally:
        return 2
def b():
    try:
        1 / 0
    finally:
        return "swallowed"
def c():
    for i in range(3):
        try:
            continue
        finally:
            if i == 1:
                break
    return i
def d():
    x = 1
    try:
        return x
    finally:
        x = 2
def e():
    while True:
        try:
            return "r"
        finally:
            print("f")
print(a(), b(), c(), d(), e())
