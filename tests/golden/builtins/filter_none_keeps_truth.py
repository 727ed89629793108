print(list(filter(None, [0, 1, "", "a", [], [0], None, 0.0, -1])))
print(list(filter(str.isalpha, "a1b2")), list(filter(lambda pair: pair, [(), (0,)])))
lazy = filter(print, "ab")
print("nothing asked yet")
print(next(lazy, "none"), iter(lazy) is lazy)


class Falsish:
    def __bool__(self):
        print("bool asked")
        return False


print(list(filter(lambda value: Falsish(), "x")), list(filter(bool, [Falsish()])))
for arguments in ((), (None,), (None, 1), (None, [], 2)):
    try:
        filter(*arguments)
    except TypeError as error:
        print(error)
try:
    list(filter(3, [1]))
except TypeError as error:
    print(error)
