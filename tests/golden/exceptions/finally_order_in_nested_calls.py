"""Cleanup runs from the inside out whatever leaves: return, break, exceptions, generators and with."""
log = []
class CM:
    def __init__(self, n): self.n = n
    def __enter__(self): log.append(f"+{self.n}")
    def __exit__(self, *a): log.append(f"-{self.n}{'!' if a[0] else ''}")


def inner(how):
    try:
        with CM("a"), CM("b"):
            if how == "raise": raise ValueError("x")
            if how == "return": return "r"
            for _ in "ab":
                try:
                    if how == "break": break
                    if how == "continue": continue
                finally: log.append("loop finally")
            else: log.append("loop else")
        log.append("after with")
    except ValueError: log.append("handled"); raise
    else: log.append("else")
    finally: log.append("inner finally")
    return "end"
def outer(how):
    try: return inner(how)
    finally: log.append("outer finally")


for how in ("raise", "return", "break", "continue", "none"):
    try: result = outer(how)
    except ValueError as error: result = repr(error)
    print(how, result, log)
    log.clear()
def gen():
    try:
        with CM("g"): yield 1; yield 2
    finally: log.append("gen finally")
for x in gen():
    if x == 1: break
print(log); log.clear()
def nested():
    try:
        try: 1 / 0
        finally: log.append(1); raise KeyError("from finally")
    except KeyError as e: log.append(type(e.__context__).__name__)
    finally: log.append(3)
nested(); print(log)
