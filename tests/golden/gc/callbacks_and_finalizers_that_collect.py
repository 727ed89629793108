# Collections run while objects end: in callbacks of weak references and in finalizers of long chains.
import gc, weakref
class Node:
    pass
node = Node()
reference = weakref.ref(node, lambda ref: print("callback", gc.collect() >= 0, ref()))
del node
class Noisy:
    count = 0
    def __del__(self):
        Noisy.count += 1
        if Noisy.count % 17 == 0: gc.collect()
for kind in range(3):
    chain = []
    for i in range(300):
        chain = [chain, Noisy()] if kind == 0 else (chain, Noisy()) if kind == 1 else {1: chain, 2: Noisy()}
    del chain
print(Noisy.count)
class Cycle:
    def __init__(self, name): self.me, self.name = self, name
    def __del__(self): print("del", self.name)
for name in "abcd": Cycle(name)
gc.collect()
# A callback whose weak reference is garbage itself is not called.
class Told:
    def callback(self, ref): print("never")
one, two = Told(), Told()
one.other, two.other = two, one
one.ref, two.ref = weakref.ref(two, one.callback), weakref.ref(one, two.callback)
outside = weakref.ref(one, lambda ref: print("outside told"))
del one, two
gc.collect()
print(outside())
