import random
random.seed(42)
print(random.random(), random.randint(1, 100), random.randrange(0, 50, 5), random.choice("abcdef"), random.uniform(1, 2))
l = list(range(10))
random.shuffle(l)
print(l, random.sample(range(100), 5), random.choices("ab", k=5), random.getrandbits(40))
r = random.Random(7)
print(r.random(), r.gauss(0, 1), r.expovariate(1.0), r.betavariate(1, 2), r.choices([1, 2, 3], weights=[5, 1, 1], k=4))
s = r.getstate(); a = r.random(); r.setstate(s)
print(a == r.random())
random.seed("text"); print(random.random())
for f in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.sample([1], 2)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
