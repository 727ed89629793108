class Source:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        for i in range(self.n):
            print("give", i)
            yield i


a, b = Source(2)
try:
    c, d = Source(5)
except ValueError as error:
    print(error)
*rest, last = Source(3)
print(a, b, rest, last)
(x, y), [z, *w], *v = "ab", {1: 2, 3: 4}, 5, 6
print(x, y, z, w, v)
for source in ("a, b = 'abc'", "a, b = {}", "a, b = {1, 2, 3}", "a, b = range(1)", "a, *b = []", "a, *b, c = 'x'", "a, b = 5", "(a, b), c = 1, 2", "a, b = None", "[] = [1]", "() = ()", "a, b = iter('abc')", "a, b = {'k': 1}.items()", "for a, b in [1]: pass", "a = *[1], *[2]", "a, b = (n for n in 'abcdef')"):
    try:
        exec(source)
        print(source, "fine")
    except Exception as error:
        print(source, "|", error)
