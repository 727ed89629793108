"""The clauses of try: which may follow which, and what an except may name."""
sources = """try: pass
try: pass\\nelse: pass
try: pass\\nfinally: pass\\nelse: pass
try: pass\\nfinally: pass\\nexcept: pass
try: pass\\nexcept: pass\\nexcept E: pass
try: pass\\nexcept: pass\\nexcept: pass
try: pass\\nexcept E: pass\\nelse: pass\\nfinally: pass
try: pass\\nexcept E, F: pass
try: pass\\nexcept E, F as e: pass
try: pass\\nexcept (E, F) as e: pass
try: pass\\nexcept E as e.x: pass
try: pass\\nexcept E as (a): pass
try: pass\\nexcept E as 1: pass
try: pass\\nexcept as e: pass
try: pass\\nexcept* E: pass
try: pass\\nexcept*: pass
try: pass\\nexcept* E: pass\\nexcept F: pass
try: pass\\nexcept E: pass\\nexcept* F: pass
try: pass\\nexcept *E as e: pass\\nelse: pass
try: pass\\nexcept* E, F: pass
try: pass\\nexcept* (E, F): pass
try: pass\\nexcept * E: pass
try: pass\\nexcept lambda: E: pass
try: pass\\nexcept E if x else F: pass
try: pass\\nexcept (yield): pass
try: pass\\nexcept E as __debug__: pass
try: pass\\nexcept E as None: pass
try pass
try:\\nexcept: pass
try: pass\\nexcept E pass
try: pass\\nexcept E as e pass
except E: pass
finally: pass
raise
raise E, 1
raise E from
raise from E
raise E from F from G
raise (E, F)
raise E if x else F from G
raise *E
raise E as e
assert
assert x,
assert x, y, z
assert x = 1""".split("\n")
for source in sources:
    text = source.replace("\\n", "\n")
    try:
        compile(text, "", "exec")
        print(source, "| fine")
    except SyntaxError as error:
        print(source, "|", type(error).__name__, error.msg)
