names = {}
exec("a = 1\r\nb = 2\rc = 3\nd = '''x\r\ny\rz'''", names)
print(names["a"], names["b"], names["c"], ascii(names["d"]))
exec("if 1:\r    x = 1\r    print('carriage returns', x)\r")
print(ascii(eval("'''a\r\nb'''")), ascii(eval(b"'''a\rb'''")))
try:
    exec("x = 'a\r\nb'")
except SyntaxError as e:
    print(e.msg)
print(ascii(eval("'a\\\r\nb'")))
