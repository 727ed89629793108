class Clearing:
    def __init__(self, owner):
        self.owner = owner

    def __eq__(self, other):
        self.owner.clear()
        return False


def fresh():
    items = []
    items.extend(Clearing(items) for _ in range(5))
    return items


for operation in (lambda l: l.index(0), lambda l: l.remove(0), lambda l: l.count(0), lambda l: 0 in l, lambda l: l == list(l), lambda l: l != [1] * 5):
    items = fresh()
    try:
        print(operation(items), len(items))
    except ValueError as error:
        print(error, len(items))
