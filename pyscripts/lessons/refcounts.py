"""Reference counts: when an object dies, and what they cannot see.

Every object counts the references to it and dies the moment the last one goes: files close, `__del__` runs, weak
references turn to None. Only objects that refer to each other keep themselves alive, until the cycle collector comes.
Every count is plain memory, changed by almost every instruction: that is what the GIL protects.

What to notice
- a call shows one reference more than you count: its own argument.
- the death is not "some time later": it is printed in the line where the last reference goes.
- a cycle outlives its last name and dies in `gc.collect()`.
"""
import gc
import sys
import weakref


class Node:
    """Something that says when it dies."""

    def __init__(self, name):
        self.name = name
        self.other = None

    def __del__(self):
        print(f"    ... {self.name} dies")


def step(what, node=None):
    """One line of the table: what was done, and how many references there are besides this function's own."""
    count = "" if node is None else sys.getrefcount(node) - 2
    print(f"{what:<46}{count:>10}".rstrip())


def counts():
    node = Node("the counted one")
    step("node = Node()", node)
    second = node
    step("second = node", node)
    box = [node, node]
    step("box = [node, node]", node)
    box.clear()
    step("box.clear()", node)
    del second
    step("del second", node)
    step("del node")
    del node


def cycle():
    a, b = Node("a of the cycle"), Node("b of the cycle")
    watcher = weakref.ref(a)
    step("a, b = Node(), Node()", a)
    a.other, b.other = b, a
    step("a.other, b.other = b, a", a)
    del a, b
    step("del a, b: nobody can reach them")
    print(f"{'still there?':<46}{'yes' if watcher() else 'no':>10}")
    step("gc.collect()")
    gc.collect()
    print(f"{'still there?':<46}{'yes' if watcher() else 'no':>10}")


def main():
    gc.disable()  # so that the collector comes only when it is called
    print(f"{'done':<46}{'references':>10}")
    print("-" * 56)
    counts()
    print("-" * 56)
    cycle()
    gc.enable()
    print("\nCounts free at once; the collector frees what counts cannot see.")


if __name__ == "__main__":
    main()
