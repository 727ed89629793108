from itertools import *
import itertools
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for f in (lambda: count("a"), lambda: count(1,2,3), lambda: count(x=1), lambda: count([]), lambda: count(start=2, step=3), lambda: count(1.5, .5), lambda: count(1,0), lambda: count(2**70), lambda:count(1, 2**70), lambda: count(1,1.0), lambda: count(True), lambda: count(-3,True), lambda: list(islice(count(2**62-1 if 0 else 2**63-2),4)), lambda: list(islice(count(10,-3),4)), lambda: list(islice(count(1+2j),2)),
 lambda: cycle(), lambda: cycle(1), lambda: cycle([],[]), lambda: cycle(iterable=[]), lambda: list(cycle([])),
 lambda: repeat(), lambda: repeat(1,2), lambda: repeat(1,-2), lambda: repeat(object=1, times=3), lambda: repeat(1,'a'), lambda: repeat(1,None), lambda: repeat(1,2,3), lambda: repeat(1, x=2), lambda: repeat(1,3).__length_hint__(), lambda: repeat(1).__length_hint__(), lambda: list(repeat(5,3)), lambda: repeat('a'), lambda: repeat(1, 1.5), lambda: repeat(1, 2**70),
 lambda: list(chain(1)), lambda: chain(x=1), lambda: chain.from_iterable(), lambda: chain.from_iterable(1), lambda: list(chain.from_iterable([1])), lambda: list(chain([1],"ab",(2,))), lambda: list(chain.from_iterable(["ab",[1]])),
 lambda: islice(), lambda: islice([1]), lambda: islice([1],-1), lambda: islice([1],'a'), lambda: islice([1],1,'a'), lambda: islice([1],1,2,'a'), lambda: islice([1],1,2,0), lambda: islice([1],1,2,-1), lambda: islice([1],-1,2), lambda: islice([1],1,-2), lambda: islice(1,1), lambda: islice([1],1,2,3,4), lambda: islice([1],stop=1), lambda: list(islice(range(10),2,8,3)), lambda: list(islice(range(10),None)), lambda: list(islice(range(10),3,None)), lambda: list(islice(range(10),None,None,4)), lambda: list(islice(range(10),2**70)), lambda: list(islice(range(3),1,2**63-1)),
 lambda: takewhile(), lambda: takewhile(1), lambda: takewhile(1,1), lambda: list(takewhile(1,[1])), lambda: takewhile(1,[],x=1), lambda: list(takewhile(lambda x: x<3, [1,2,3,1])), lambda: list(dropwhile(lambda x: x<3, [1,2,3,1])), lambda: dropwhile(), lambda: dropwhile(x=1), lambda: list(filterfalse(None,[0,1,2])), lambda: filterfalse(1), lambda: list(filterfalse(lambda x: x%2, range(5))),
 lambda: compress(), lambda: compress([1]), lambda: compress([1],1), lambda: list(compress("abcdef",[1,0,1,0,1,1])), lambda: list(compress(data="abc",selectors=[1])), lambda: compress([1],[2],[3]), lambda: compress([],x=1),
 lambda: list(starmap(pow,[(2,3),(3,2)])), lambda: starmap(pow), lambda: list(starmap(pow,[1])), lambda: list(starmap(max,[[1,2],"ab"])), lambda: starmap(1,2,3),
 lambda: list(accumulate([1,2,3])), lambda: list(accumulate([1,2,3],initial=10)), lambda: list(accumulate([1,2,3],lambda a,b:a*b)), lambda: list(accumulate([1,2,3],func=None)), lambda: accumulate(), lambda: accumulate(1), lambda: accumulate([],1,2), lambda: list(accumulate([])), lambda: list(accumulate([],initial=1)), lambda: list(accumulate(iterable=[1,2])), lambda: accumulate([],x=1), lambda: list(accumulate("abc")),
 lambda: list(pairwise("abcd")), lambda: pairwise(), lambda: pairwise(1), lambda: list(pairwise("a")), lambda: list(pairwise("")), lambda: pairwise([],[]),
 lambda: list(batched("abcdefg",3)), lambda: batched("a",0), lambda: batched("a",-1), lambda: batched("a"), lambda: batched(1,1), lambda: list(batched("abcd",3,strict=True)), lambda: list(batched("abcdef",n=3,strict=True)), lambda: batched(iterable="abc",n=2).__next__(), lambda: batched("abc",1.5), lambda: batched("abc",1,2), lambda: batched("abc",2**70),
 lambda: list(zip_longest("ab",[1],fillvalue=0)), lambda: list(zip_longest()), lambda: zip_longest(1), lambda: zip_longest([],x=1), lambda: list(zip_longest("abc",[1,2])), lambda: zip_longest([],fillvalue=1,x=1),
 lambda: list(product("ab",[1,2])), lambda: list(product("ab",repeat=2)), lambda: list(product()), lambda: list(product("ab",repeat=0)), lambda: product("ab",repeat=-1), lambda: product(1), lambda: product([],x=1), lambda: list(product("ab",[])), lambda: product("a",repeat="a"),
 lambda: list(permutations("abc")), lambda: list(permutations("abc",2)), lambda: list(permutations("abc",0)), lambda: list(permutations("abc",4)), lambda: permutations("abc",-1), lambda: permutations("abc","a"), lambda: permutations(), lambda: permutations(1), lambda: list(permutations(iterable="ab",r=None)), lambda: permutations("a",1.5), lambda: permutations([],1,2),
 lambda: list(combinations("abcd",2)), lambda: list(combinations("abc",0)), lambda: list(combinations("abc",4)), lambda: combinations("abc",-1), lambda: combinations("abc"), lambda: combinations(1,1), lambda: combinations("abc","a"), lambda: list(combinations(iterable="abc",r=3)), 
 lambda: list(combinations_with_replacement("abc",2)), lambda: list(combinations_with_replacement("abc",0)), lambda: list(combinations_with_replacement("",2)), lambda: list(combinations_with_replacement("",0)), lambda: combinations_with_replacement("abc",-1), lambda: combinations_with_replacement("abc"),lambda: list(combinations_with_replacement("ab",3)),
 lambda: [(k,list(g)) for k,g in groupby("aabbbca")], lambda: [(k,list(g)) for k,g in groupby([1,3,2,4,5],lambda x:x%2)], lambda: groupby(), lambda: groupby(1), lambda: groupby([],1,2), lambda: list(groupby([])), lambda: [k for k,g in groupby("aabbc")], lambda: groupby([], x=1), lambda: [(k,list(g)) for k,g in groupby(iterable="aab",key=str.upper)], lambda: list(groupby([1],5)),
 lambda: tee(), lambda: tee(1), lambda: tee([],-1), lambda: tee([],'a'), lambda: tee([],0), lambda: [list(x) for x in tee("abc",3)], lambda: len(tee([],4)), lambda: tee([],1,2), lambda: tee([],n=2), 
 ): t(f)
g = groupby("aabbbca")
k, a = next(g); k2, b = next(g); print(list(a), k2, next(b), next(g)[0], list(b))
x, y = tee("abcdef"); print(next(x), next(x), next(y), list(tee(x)[0]), list(y), list(x))
import copy, warnings
warnings.simplefilter('ignore')
x, y = tee("abc"); next(x); z = copy.copy(x); print(list(z), list(x), list(y), type(x).__name__, type(tee([])[0]).__module__)
class C(count): pass
print(C(3), next(C(3)))
class P(product):
    def __init__(self, *a, repeat=1, extra=None): self.extra = extra
for c in (C, ):
    print(isinstance(c(), count), c.__mro__[1])
class R(repeat):
    def __init__(self, *args, **kw): self.args = args
r = R(1, 2); print(r.args, list(r))
class Ch(chain): pass
print(type(Ch.from_iterable([[1]])).__name__)
def gen():
    yield 1
    raise KeyError("x")
for make in (lambda: chain(gen(), [1]), lambda: islice(gen(), 5), lambda: takewhile(bool, gen()), lambda: accumulate(gen()), lambda: pairwise(gen()), lambda: batched(gen(), 3), lambda: zip_longest(gen(), [1,2,3]), lambda: groupby(gen()), lambda: cycle(gen()), lambda: product(gen())):
    try:
        for i in make(): print(i if not isinstance(i, tuple) else i[0], end=" ")
    except (KeyError, NameError) as e: print(type(e).__name__)
it = islice(iter(range(100)), 3, 10, 4); print(list(it), list(it))
src = iter(range(10)); list(islice(src, 2, 5)); print(next(src))
src = iter(range(10)); list(islice(src, 2, 5, 2)); print(next(src))
src = iter(range(10)); list(islice(src, 0)); print(next(src))
src = iter([1,2,3,4]); print(list(takewhile(lambda x: x < 2, src)), list(src))
c = count(5); next(c); print(c, copy.copy(c), next(c))
p = pairwise(iter([1])); print(list(p))
print(list(map(str, islice(cycle("ab"), 5))), next(repeat(3)), sum(repeat(2, 4)))
