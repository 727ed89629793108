source = "if 1:\n    a = 1\n\n   \n\t\n    b = 2\n\x0c\nc = 3\n"
names = {}
exec(source, names)
print(names["a"], names["b"], names["c"])
exec("\x0cx = 1\nif x:\n\x0c    print('form feed starts the count of the indentation anew')")
exec("a\x0c=\x0c5\nprint(a)")
try:
    exec("  x = 1")
except IndentationError as e:
    print(e.msg)
