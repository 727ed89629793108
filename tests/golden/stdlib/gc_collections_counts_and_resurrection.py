import gc
import sys
import weakref

gc.disable()
print(gc.isenabled(), len(gc.get_threshold()), len(gc.get_count()), gc.collect() >= 0)
gc.enable()


class Node:
    alive = 0

    def __init__(self, name):
        self.name = name
        Node.alive += 1

    def __del__(self):
        Node.alive -= 1


def ring(n):
    nodes = [Node(i) for i in range(n)]
    for a, b in zip(nodes, nodes[1:] + nodes[:1]):
        a.next = b


ring(10)
print(Node.alive, gc.collect() >= 10, Node.alive)
saved = []


class Phoenix:
    deaths = 0

    def __init__(self):
        self.me = self

    def __del__(self):
        Phoenix.deaths += 1
        saved.append(self)


Phoenix()
gc.collect()
print(len(saved), Phoenix.deaths, saved[0].me is saved[0])
r = weakref.ref(saved[0])
saved.clear()
gc.collect()
print(r(), Phoenix.deaths)
order = []


class Named:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        order.append(self.name)


a, b = Named("a"), Named("b")
a.other, b.other = b, a
a.list = [a, b]
del a, b
gc.collect()
print(sorted(order))
print(gc.is_tracked([]), gc.is_tracked(5), gc.is_tracked("x"), gc.is_tracked(Named("t")), gc.is_finalized(5))
x = [1, [2]]
holder = {"key": x}
print(any(o is holder for o in gc.get_referrers(x)), sorted(type(o).__name__ for o in gc.get_referents(x)), any(o is x for o in gc.get_objects()))
calls = []
callback = lambda phase, info: calls.append((phase, sorted(info)))
gc.callbacks.append(callback)
gc.collect()
gc.callbacks.remove(callback)
print(calls[0], len(calls) >= 2)
for call in (lambda: gc.collect(5), lambda: gc.collect("x"), lambda: gc.collect(-1)):
    try:
        print(call())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
old = gc.get_threshold()
gc.set_threshold(500, 5, 5)
print(gc.get_threshold(), gc.set_threshold(*old), sorted(gc.get_stats()[0]), gc.freeze(), gc.get_freeze_count() >= 0, gc.unfreeze(), gc.garbage)


def cycles_through_everything():
    cell = []

    def closure():
        return cell, closure
    cell.append(closure)
    generator = (g for g in [cell])
    cell.append(generator)
    cell.append(cell.append)
    cell.append({"k": (cell, frozenset([closure]))})
    try:
        raise ValueError
    except ValueError as error:
        cell.append(error)
        error.cell = cell
    cls = type("Cls", (), {"cell": cell})
    cell.append(cls())
    return weakref.ref(closure), weakref.ref(cls)


refs = cycles_through_everything()
gc.collect()
print([r() for r in refs])
deep = None
for i in range(200_000):
    deep = (deep,)
loop = [deep]
loop.append(loop)
del deep, loop
print(gc.collect() >= 1, sys.getrefcount(object()) >= 1)


class Evil:
    def __del__(self):
        self.cycle = Evil.made = []
        self.cycle.append(self.cycle)
        gc.collect()
        raise RuntimeError("from del")


hooked = []
sys.unraisablehook = lambda u: hooked.append(str(u.exc_value))
e = Evil()
e.me = e
del e
gc.collect()
print(hooked)
sys.unraisablehook = sys.__unraisablehook__
