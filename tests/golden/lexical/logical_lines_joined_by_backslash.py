if 1 < 2 \
        and 2 < 3 \
    and True:
    print("one line")
text = "a\
b"
print(text)
x = 1 + \
    2
print(x)
for source in ("1 + \\ \n2", "x = \\", "x = 1 \\# no comment", "assert \\\n1"):
    try:
        exec(source)
    except SyntaxError as e:
        print(e.msg, e.lineno)
    else:
        print("ran")
