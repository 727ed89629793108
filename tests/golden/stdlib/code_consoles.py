import code, io, sys, contextlib
lines = ["x = 1","x + 1","if x:","    print('in')","","1/0","def f(:","for i in range(2): print(i)","","def f():","  return g()","","f()","import sys","class A:","  def m(self): return 3","","A().m()", "'''abc", "def'''", "raise KeyError('k')","(1,","2)", "@x", "def q(): pass", "", "# c", "", "   y", "exit"]
def run(**k):
    it = iter(lines)
    def read(prompt):
        print("P", repr(prompt))
        try: l = next(it)
        except StopIteration: raise EOFError
        print(l); return l
    c = code.InteractiveConsole({"__name__":"c"})
    err = io.StringIO()
    c.write = err.write
    c.raw_input = read
    c.interact("hi", "bye")
    print(err.getvalue())
run()
i = code.InteractiveInterpreter()
with contextlib.redirect_stderr(io.StringIO()) as e:
    print(i.runsource("a = 3"), i.runsource("if 1:"), i.runsource("a b"), i.runsource("b"), i.locals["a"])
print(e.getvalue())
with contextlib.redirect_stderr(io.StringIO()) as e:
    it = iter(["a=5", "print(a)", "exit()", "print(6)"])
    code.interact("B", lambda p: next(it), {}, "X", local_exit=True)
print(e.getvalue())
try:
    it = iter(["raise SystemExit(3)"])
    with contextlib.redirect_stderr(io.StringIO()) as e:
        code.interact("B", lambda p: next(it), {}, "X")
except SystemExit as x: print(repr(x))
