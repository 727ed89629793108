# The same numbers for the same seed, for every distribution, and the errors of wrong arguments.
import random as r
for s in (1, 'abc', b'xy', 2.5, -7, bytearray(b'q')):
    r.seed(s)
    print(r.random(), r.uniform(1,9), r.randint(1,10**30), r.randrange(0,100,7), r.choice('abc'), r.choices(range(9),k=4), r.choices('abc',[1,2,3],k=5),
      r.sample(range(1000),5), r.sample(range(20),15), r.sample('ab',3,counts=[2,5]), r.gauss(), r.gauss(1,2), r.normalvariate(), r.lognormvariate(0,1), r.expovariate(2), r.betavariate(2,3),
      r.gammavariate(.5,2), r.gammavariate(1,2), r.gammavariate(3,2), r.paretovariate(3), r.weibullvariate(1,2), r.vonmisesvariate(1,4), r.vonmisesvariate(1,0), r.triangular(), r.triangular(1,5,2),
      r.binomialvariate(10,.3), r.binomialvariate(1000,.7), r.binomialvariate(), r.randbytes(9), r.getrandbits(77))
    l=list(range(20)); r.shuffle(l); print(l)
    s=r.getstate(); a=r.random(); r.setstate(s); print(a==r.random())
r.seed('v1',1); print(r.random())
class S(r.Random):
    def random(self): return 0.3
print(S().randrange(10), S(3).choice('abcdef'))
for f in (lambda: r.randrange(0), lambda: r.randint(3,1), lambda: r.choice([]), lambda: r.sample({1},1), lambda: r.sample([1],2), lambda: r.choices([1],[0]), lambda: r.seed([]), lambda: r.randrange(1,5,0), lambda: r.SystemRandom().getstate(), lambda:r.choices([1],4), lambda: r.randrange(5,step=2),lambda: r.randrange(5,1,2)):
    try: f()
    except Exception as e: print(repr(e))
