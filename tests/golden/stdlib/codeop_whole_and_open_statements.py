import codeop
for s in ["x=1","if 1:","if 1:\n  pass","if 1:\n  pass\n","(","'''a","a b","","# c","def f():","def f():\n return 1\n","@x","x = [1,\n","class A:\n  def f(self):\n    pass\n","for i in x: pass","for i in x: pass\n","try:\n x\n","try:\n x","1+","raise = 2","\\","'abc","if 1:\nx","else:","x)","with a","lambda x:","import","from x import (", "while 1:\n\n", "print(1); print(", "f(a for", "{1:", "async def f():", "match x:", "match x:\n case 1:", "match x:\n case 1: pass\n", "if True:\n    x\nelse:", "def x():\n\tpass\n y", "b'\\xzz", "f'{", "f'{x", 'f"""{', "del", "return 1", "x = ", "not", "a if b", "del f()"]:
    for sym in ("single","exec","eval"):
        try: r=codeop.compile_command(s,"<i>",sym); r = r if r is None else "code"
        except Exception as e: r=(type(e).__name__,str(e))
        print(repr(s),sym,r)
c=codeop.CommandCompiler()
print(c("from __future__ import annotations") is not None, hex(c.compiler.flags))
