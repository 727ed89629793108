import heapq, bisect, _heapq, _bisect
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for f in (lambda: heapq.heappush(), lambda: heapq.heappush(1,2), lambda: heapq.heappush([]), lambda: heapq.heappop([]), lambda: heapq.heappop(1), lambda: heapq.heapify((1,)), lambda: heapq.heapreplace([],1), lambda: heapq.heappushpop([],1), lambda: heapq.heappushpop([5],1),lambda: heapq.heappushpop([1],5), lambda: heapq.heapreplace([1,2],5), lambda: heapq._heappop_max([]), lambda: heapq.heappush([1],"a"), lambda: heapq.heappush(heap=[1],item=2),
 lambda: bisect.bisect([1,2,3],2), lambda: bisect.bisect_left([1,2,3],2), lambda: bisect.bisect([1,2,3],2,-1), lambda: bisect.bisect([1,2,3],2,0,5), lambda: bisect.bisect([1,2,3],2,lo=1,hi=2), lambda: bisect.bisect([],1), lambda: bisect.bisect(), lambda: bisect.bisect([1]), lambda: bisect.bisect(5,1), lambda: bisect.bisect([1,2],"a"), lambda: bisect.bisect([1,2,3],2,key=lambda x:-x), lambda: bisect.bisect([1,2],1,"a"), lambda: bisect.bisect([1,2],1,0,None), lambda: bisect.bisect([1,2],1,0,2,3), lambda: bisect.bisect([1,2],1,foo=3), lambda: bisect.insort([1],2,x=1), lambda: bisect.insort_left(1,2), lambda: bisect.insort((1,),2), lambda: bisect.bisect([1],1,hi=2**70)):
    t(f)
h=[]
class K:
    def __init__(s,v): s.v=v
    def __lt__(s,o): print(s.v,"<",o.v,end=";"); return s.v<o.v
for v in (5,3,8,1,9,2): heapq.heappush(h,K(v)); print()
print([k.v for k in h])
while h: print(heapq.heappop(h).v)
h=[K(v) for v in (5,3,8,1,9,2,7)]; heapq.heapify(h); print([k.v for k in h])
h=[K(v) for v in range(20)]; heapq.heapify(h); heapq._heapify_max(h); print([k.v for k in h]); heapq._heapreplace_max(h,K(3)); heapq._heappop_max(h); print([k.v for k in h])
big=[(i*7919)%3001 for i in range(3000)]; heapq.heapify(big); print(hash(tuple(big)))
class L(list): pass
a=L([1,3]); bisect.insort(a,2); print(a)
class M(list):
    def insert(s,i,x): print("insert",i,x); super().insert(i,x)
m=M([1,3]); bisect.insort(m,2); print(m)
