print(any([]), all([]), any([0, "", None]), any([0, 1]), all([1, "a"]), all([1, 0]), abs(-5), abs(-2.5), abs(3 + 4j), abs(True), divmod(7, 3), divmod(-7, 3), divmod(7.5, 2))
print(callable(len), callable(5), id(None) == id(None), len("abc"), len({}), repr("a"), ascii("é"), hash(5), type(5).__name__, chr(97), ord("a"))
