import traceback
def f(): raise ValueError("bad")
try:
    f()
except ValueError as e:
    print(traceback.format_exception_only(type(e), e), traceback.format_exc().count("File"), len(traceback.format_tb(e.__traceback__)))
    lines = traceback.format_exception(e)
    print(lines[0].strip(), lines[-1].strip())
    fs = traceback.extract_tb(e.__traceback__)
    print([(x.name, x.lineno, x.line) for x in fs])
def g(): return traceback.extract_stack()[-1].name
print(g())
