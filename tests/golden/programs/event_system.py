class Event:
    def __init__(self):
        self.handlers = []
    def __iadd__(self, h):
        self.handlers.append(h)
        return self
    def __isub__(self, h):
        self.handlers.remove(h)
        return self
    def __call__(self, *a, **k):
        return [h(*a, **k) for h in self.handlers]
class Button:
    def __init__(self, n):
        self.n, self.clicked = n, Event()
b = Button("ok")
log = []
b.clicked += log.append
b.clicked += lambda x: x * 2
b.clicked += print
print(b.clicked(4), log)
b.clicked -= print
print(b.clicked(5), log)
