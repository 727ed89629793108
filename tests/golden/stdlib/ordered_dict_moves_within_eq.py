"""A search in an OrderedDict whose key, asked for equality, moves itself to the end where it stands already."""
from collections import OrderedDict
n=0
class R:
    def __init__(s,u,i): s.u=u;s.i=i
    def __hash__(s): return hash(s.u)
    def __eq__(s,o):
        global n; n+=1
        print('eq',s.i,o.i)
        if n>8: raise SystemExit('looping')
        if s.u: look(s)
        return s.u==o.u
d=OrderedDict()
def look(k):
    k=(k,)
    try: d.move_to_end(k)
    except KeyError: d[k]=None
look(R(False,1)); look(R(True,2)); look(R(True,3)); print(n)
