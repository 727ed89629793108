"""sys.monitoring: tools, sets of events, callbacks, and what they are told of."""
import sys
m=sys.monitoring
print(m, type(m), m.__name__, m.__doc__)
print(sorted(n for n in dir(m) if not n.startswith('__')))
print(type(m.events), {n:getattr(m.events,n) for n in dir(m.events) if n.isupper()})
print(type(m.DISABLE), type(m.MISSING), m.DEBUGGER_ID, m.COVERAGE_ID, m.PROFILER_ID, m.OPTIMIZER_ID)
def t(f,*a):
    try: r=f(*a)
    except Exception as e: r=(type(e).__name__,str(e))
    print(f.__name__, [getattr(x, '__name__', getattr(x, 'co_name', x)) for x in a], getattr(r, '__name__', r))
t(m.get_tool,0); t(m.get_tool,6); t(m.get_tool,-1); t(m.get_tool,'x'); t(m.use_tool_id,0,'a'); t(m.use_tool_id,0,'b'); t(m.use_tool_id,1,5); t(m.get_tool,0); t(m.use_tool_id,7,'a')
t(m.set_events,1,m.events.LINE); t(m.set_events,0,m.events.LINE); t(m.get_events,0); t(m.get_events,1); t(m.set_events,0,m.events.C_RETURN); t(m.set_events,0,m.events.C_RETURN|m.events.CALL|m.events.C_RAISE); t(m.get_events,0); t(m.set_events,0,1<<20); t(m.set_events,0,-1); t(m.set_events,0,0)
def f(): pass
t(m.register_callback,0,m.events.LINE,f); t(m.register_callback,0,m.events.LINE,None);t(m.register_callback,0,m.events.LINE,None); t(m.register_callback,3,m.events.LINE,f); t(m.register_callback,3,m.events.LINE,None); t(m.register_callback,0,3,None); t(m.register_callback,9,1,None); t(m.register_callback,0,1<<18,None)
t(m.get_local_events,0,f.__code__); t(m.set_local_events,0,f.__code__,m.events.LINE); t(m.get_local_events,0,f.__code__);t(m.get_local_events,1,f.__code__); t(m.set_local_events,0,f.__code__,m.events.RAISE); t(m.set_local_events,0,5,1); t(m.set_local_events,0,f.__code__,0)
t(m.restart_events); t(m._all_events); t(m.free_tool_id,0); t(m.free_tool_id,0); t(m.get_tool,0); t(m.free_tool_id,8); t(m.get_events,0)
log=[]
def gen():
    x = yield 1
    yield 2
def g(n):
    if n:
        return n
    raise ValueError(n)
def run():
    g(1)
    try:
        g(0)
    except ValueError:
        pass
    it = gen()
    next(it)
    next(it)
    len([it])
    return 3
E=m.events
m.use_tool_id(2,'me')
base=run.__code__.co_firstlineno
names={v:k for k,v in {n:getattr(E,n) for n in dir(E) if n.isupper()}.items()}
def reg(ev):
    def cb(code,*a):
        name=names[ev]
        if ev==E.LINE: log.append((name,code.co_name,a[0]-base))
        elif ev in (E.PY_RETURN,E.PY_YIELD,E.CALL,E.RAISE,E.PY_UNWIND,E.C_RETURN): log.append((name,code.co_name,*[getattr(x,'__name__',x if x is m.MISSING else repr(x)) for x in a[1:]]))
        else: log.append((name,code.co_name))
    m.register_callback(2,ev,cb)
for ev in (E.PY_START,E.PY_RESUME,E.PY_RETURN,E.PY_YIELD,E.LINE,E.RAISE,E.PY_UNWIND): reg(ev)
m.set_events(2,E.PY_START|E.PY_RESUME|E.PY_RETURN|E.PY_YIELD|E.RAISE|E.PY_UNWIND)
r=run()
m.set_events(2,0)
for l in log: print(l)
log.clear()
m.set_local_events(2,run.__code__,E.LINE); m.set_local_events(2,g.__code__,E.PY_START|E.LINE)
run()
m.set_local_events(2,run.__code__,0); m.set_local_events(2,g.__code__,0)
for l in log: print(l)
seen=[]
def once(code,line):
    seen.append((code.co_name,line-base)); return m.DISABLE
m.register_callback(2,E.LINE,once); m.set_events(2,E.LINE)
run(); run()
m.set_events(2,0)
print([s for s in seen if s[0] in('run','g','gen')])
seen.clear(); m.set_events(2,E.LINE); run(); m.set_events(2,0); print([s for s in seen if s[0] in('run','g','gen')])
m.restart_events(); seen.clear(); m.set_events(2,E.LINE); run(); m.set_events(2,0); print([s for s in seen if s[0] in('run','g','gen')])
m.free_tool_id(2)
