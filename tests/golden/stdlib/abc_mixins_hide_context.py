"""What the mixins of collections.abc raise hides how it came about."""
import collections.abc as c
class M(c.MutableMapping):
    def __init__(s): s.d={}
    def __getitem__(s,k): return s.d[k]
    def __setitem__(s,k,v): s.d[k]=v
    def __delitem__(s,k): del s.d[k]
    def __iter__(s): return iter(s.d)
    def __len__(s): return len(s.d)
class S(c.MutableSet):
    def __init__(s,i=()): s.d=set(i)
    def __contains__(s,x): return x in s.d
    def __iter__(s): return iter(s.d)
    def __len__(s): return len(s.d)
    def add(s,x): s.d.add(x)
    def discard(s,x): s.d.discard(x)
class Q(c.MutableSequence):
    def __init__(s,*a): s.l=list(a)
    def __getitem__(s,i): return s.l[i]
    def __setitem__(s,i,v): s.l[i]=v
    def __delitem__(s,i): del s.l[i]
    def __len__(s): return len(s.l)
    def insert(s,i,v): s.l.insert(i,v)
for f in (lambda: M().popitem(), lambda: M().pop('a'), lambda: S().pop(), lambda: S().remove(1), lambda: Q().pop(), lambda: Q().remove(1), lambda: Q().index(1), lambda: M()['x'], lambda: c.KeysView(M()).isdisjoint([1])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e.args, e.__suppress_context__, type(e.__context__).__name__, type(e.__cause__).__name__)
