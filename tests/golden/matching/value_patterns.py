class Color:
    RED = 1
    GREEN = "g"
class Box:
    inner = Color
def f(x):
    match x:
        case Color.RED: return "red"
        case Box.inner.GREEN: return "green"
        case [Color.RED, *_]: return "red first"
        case {Color.GREEN: v}: return f"key {v}"
    return "none"
print(f(1), f("g"), f([1, 2]), f({"g": 5}), f(3), f(True))
