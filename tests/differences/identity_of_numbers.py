# difference: Equal small numbers are always the same object
# cause: A small int or a float is its own value, not a pointer to an object; `is` compares the words.
# workaround: Compare numbers with `==`.
a = int("1000")
b = int("1000")
print(a is b, float("1.5") is float("1.5"))
