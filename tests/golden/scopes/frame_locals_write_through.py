# f_locals of a function is a view on its variables: what is written there is bound.
import sys


def outer():
    a = 1

    def inner():
        return a, b

    b = 5
    view = sys._getframe().f_locals
    view["a"] = 2
    view["extra"] = 7
    print(a, inner(), sorted(view), view["extra"], "nowhere" in view, len(view))
    print("extra" in locals(), type(view).__name__)
    view.update({"b": 9})
    print(b, inner(), view.get("nowhere", 1), view.setdefault("more", 4))
    c = [1]
    view |= {"c": 3}
    print(c, list(view.keys()) == [key for key in view], view == sys._getframe().f_locals)
    try:
        view["nowhere"]
    except KeyError as error:
        print(repr(error))


def frame():
    x = 1
    y = 2
    return sys._getframe()


outer()
ended = frame()
ended.f_locals["x"] = 5
print(ended.f_locals)


def comprehension(a):
    return [sorted(locals()) for i in range(2)], [locals()["j"] for j in "ab"], sorted(locals())


print(comprehension(1))


class Body:
    x = 1
    names = [sorted(locals()) for q in [1]]
    sys._getframe().f_locals["y"] = 2


print(Body.names, Body.y)
