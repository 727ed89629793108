class Grows:
    def __init__(self):
        self.items = [3, 1]

    def __iter__(self):
        for item in self.items:
            if len(self.items) < 4:
                self.items.append(item * 10)
            yield item


print(max(Grows()), min(Grows()), sum(Grows()), sorted(Grows()), list(Grows()), len(set(Grows())), any(Grows()), tuple(zip(Grows(), Grows())))


def fails():
    yield 5
    raise OSError("stream broke")


for function in (max, min, sum, sorted, list, set, tuple, all, dict.fromkeys, "".join, frozenset, bytes):
    try:
        print(function.__name__, function(fails()))
    except OSError as error:
        print(function.__name__, error)
    except TypeError as error:
        print(function.__name__, "type", error)
