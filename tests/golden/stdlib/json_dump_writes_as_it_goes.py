# `json.dump` writes each chunk before it looks at what follows.
import json
class W:
    def write(s,t): print('w',repr(t))
class L(list):
    def __iter__(s):
        for i in range(2): print('iter',i); yield i
    def __len__(s): return 2
class D(dict):
    def items(s):
        for k in 'ab': print('item',k); yield k, [k]
def default(o): print('default', type(o).__name__); return {'x':1, 'y':[object]} if isinstance(o, complex) else 'd'
for obj in ([1,2,'a',None,True,1.5], {'a':1,'b':[1,{'c':2}]}, L([5,6]), D(z=1), [1,2j,3], 'str', 5, None, [], {}, [[],{}], (1,), {1:2,None:3,True:4,1.5:5}):
    for kw in ({}, {'indent':2}, {'sort_keys':False,'default':default}, {'separators':(',',':')}):
        try: json.dump(obj, W(), **kw)
        except Exception as e: print(type(e).__name__, e)
        print('--')
print(list(json.JSONEncoder().iterencode([1,{'a':[2,3]}])))
print(list(json.JSONEncoder(indent=1).iterencode([1,{'a':[2,3]}])))
print(list(json.JSONEncoder().iterencode({'a':1,'b':(1,2)}, _one_shot=True)))
class B:
    def write(s,t):
        print('w',repr(t))
        if t==', 2': raise ValueError('full')
try: json.dump([1,2,3],B())
except ValueError as e: print(e)
l=[1,2,3]
class C:
    def write(s,t): 
        if l and len(l)<6: l.append(9)
        print(t,end='')
json.dump(l,C()); print()
