import sys, traceback
def f():
    g()
def g():
    raise ValueError("deep")
try:
    f()
except ValueError as e:
    tb = e.__traceback__
    while tb:
        print(tb.tb_frame.f_code.co_name, tb.tb_lineno)
        tb = tb.tb_next
    print(traceback.format_exc().splitlines()[-1])
    print([(s.name, s.lineno) for s in traceback.extract_tb(e.__traceback__)])
    print(sys.exc_info()[0] is ValueError, sys.exc_info()[1] is e)
print(sys.exc_info())
