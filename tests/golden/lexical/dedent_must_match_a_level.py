def levels(source):
    try:
        compile(source, "<text>", "exec")
    except IndentationError as e:
        print(e.msg, (e.lineno, e.offset))
    else:
        print("fine")
levels("if 1:\n    if 1:\n        a\n    b\nc")
levels("if 1:\n        a\n    b")
levels("if 1:\n    a\n      b")
levels("if 1:\n    if 1:\n        a\n  b")
levels("if 1:\na")
levels("class A:\n\n# only comments\n")
levels("while 1:\n    pass\n  else:\n    pass")
