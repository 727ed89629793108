def attempt(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
def too_few(): a, b, c = 1, 2
def too_many(): a, b = 1, 2, 3
def star_few(): a, b, *c = [1]
def not_iter(): a, b = 5
def none(): a, = None
def text(): a, b = "abc"
def empty(): a, b = iter([])
def gen(): a, b = (i for i in range(5))
for f in (too_few, too_many, star_few, not_iter, none, text, empty, gen):
    attempt(f)
