import bdb, sys
def f(n):
    t = 0
    for i in range(n):
        t += g(i)
    return t
def g(x):
    y = x * 2
    return y
class T(bdb.Bdb):
    def __init__(self, act, **k):
        super().__init__(**k); self.act=act; self.n=0
    def say(self, what, frame, *a):
        if frame.f_code.co_filename != __file__:
            return self.set_continue()
        print(what, frame.f_code.co_name, frame.f_lineno, *a)
        self.n += 1
        if self.n > 40: self.set_quit(); return
        self.act(self, what, frame)
    def user_call(self, f, a): self.say("call", f, a)
    def user_line(self, f): self.say("line", f)
    def user_return(self, f, v): self.say("return", f, v)
    def user_exception(self, f, e): self.say("exc", f, e[0].__name__)
    def do_clear(self, a): print("clear", a); self.clear_bpbynumber(a)
for name, act in {
  "step": lambda s,w,f: s.set_step(), "next": lambda s,w,f: s.set_next(f), "return": lambda s,w,f: s.set_return(f) if w=="line" and f.f_code.co_name=="g" else s.set_step(),
  "until": lambda s,w,f: s.set_until(f), "cont": lambda s,w,f: s.set_continue(), "quit": lambda s,w,f: s.set_quit()}.items():
    print("==", name)
    print(T(act).runcall(f, 2))
t = T(lambda s,w,f: s.set_continue())
print(t.set_break(__file__, 8), t.set_break(__file__, 5, temporary=True), t.set_break(__file__, 9, cond="y > 2"), t.set_break(__file__, 99999) is not None)
print(t.runcall(f, 3))
for b in bdb.Breakpoint.bpbynumber:
    if b: print(b.bpformat().replace(__file__, "F"), t.get_break(__file__, b.line))
bdb.Breakpoint.bpbynumber[1].ignore = 1
print(t.runcall(f, 2))
print(t.clear_bpbynumber("1"), t.clear_bpbynumber("1"), t.clear_bpbynumber("x"), t.clear_bpbynumber(""), t.clear_bpbynumber(77), t.clear_break(__file__, 3).endswith(":3"))
print(t.get_file_breaks(__file__), t.clear_all_breaks(), t.clear_all_breaks())
def gen():
    yield 1
    yield 2
def bad():
    try: 1/0
    except ZeroDivisionError: pass
    for x in gen():
        x += 1
    return list(gen())
print(T(lambda s,w,f: s.set_step()).runcall(bad))
print(T(lambda s,w,f: s.set_next(f)).runcall(bad))
def here():
    T(lambda s,w,f: s.set_step() if f.f_code.co_name == "here" else s.set_continue()).set_trace()
    x = 1
    return x
here()
sys.settrace(None)
