# What finds the end of a definition in a stream of tokens.
import inspect, tokenize
SOURCES = {
    "one line": "def f(): return 1\nx = 2\n",
    "a block": "def f(a,\n      b):\n    if a:\n        return b\n    # inside\n# outside\nx = 1\n",
    "decorated": "@wrap(1)\n@other\nclass C:\n    x = 1\n\n    def f(self):\n        pass\n\ny = 3\n",
    "lambda": "f = lambda x: (x +\n   1)\ny = 2\n",
    "async": "async def f():\n    await g()\nz = 3\n",
    "no definition": "x = 1\ny = 2\n",
}
def last(text, started=False):
    finder = inspect.BlockFinder()
    finder.started = started
    lines = iter(text.splitlines(True))
    try:
        for token in tokenize.generate_tokens(lambda: next(lines)):
            finder.tokeneater(*token)
    except (inspect.EndOfBlock, IndentationError) as error:
        return type(error).__name__, finder.last
    return None, finder.last
for name, text in SOURCES.items():
    print(name, last(text))
print(last("    x = f(1)\n    y = [2,\n       3]\nz = 4\n", started=True))
print(last("    with a:\n        b\n    c\nz = 4\n", started=True))
