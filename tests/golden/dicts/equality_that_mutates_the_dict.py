class Key:
    def __init__(self, action=None):
        self.action = action

    def __hash__(self):
        return 1

    def __eq__(self, other):
        if self.action:
            action, self.action = self.action, None
            action()
        return self is other


d = {Key(): n for n in range(5)}
d[Key(d.clear)] = "after clear"
print(len(d), list(d.values()))
d = {}
first = Key(lambda: d.update({Key(): n for n in range(20)}))
d[first] = 1
print(Key() in d, len(d), d[first])
d = {Key(): n for n in range(3)}
victim = Key(lambda: d.pop(next(iter(d))))
print(d.get(victim, "absent"), len(d))
s = {Key() for _ in range(4)}
s.discard(Key(s.clear))
print(len(s))
one, other = {Key(): 1}, {Key(): 1}
next(iter(one)).action = other.clear
print(one == other, len(one), len(other))
