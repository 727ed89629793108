class Box:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"
class Sub(Box): pass
print(Box[int], Sub["x"], Box[1, 2])
try:
    int[3]
except TypeError as e:
    print(e)
print(list[int], dict[str, int], tuple[int, ...])
