# exit: 1
# stderr: whole
try:
    exec(compile("def f(:\n    pass", "made.py", "exec"))
except SyntaxError as e:
    print(e, e.filename, e.lineno, e.offset, e.text)
eval("1 +* 2")
