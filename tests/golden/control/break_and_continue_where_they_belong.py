"""break and continue belong to a loop of the same function, not to its else or a nested definition."""
sources = """break
continue
if 1: break
while 1: break
while 1: continue
for x in y: break
for x in y: pass
while 1:\\n pass\\nelse: break
for x in y:\\n pass\\nelse:\\n continue
while 1:\\n def f(): break
while 1:\\n class C: continue
while 1:\\n lambda: 1\\n break
while 1:\\n try: break\\n finally: continue
for x in y:\\n try: pass\\n except: break
for x in y:\\n try: pass\\n finally: break
for x in y:\\n with z: break
for x in y:\\n match x:\\n  case 1: break
for x in y:\\n try: pass\\n except* E: break
for x in y:\\n try: pass\\n except* E: continue
def f():\\n try: pass\\n except* E: return
def f():\\n try: pass\\n except* E:\\n  for x in y: break
def f():\\n try: pass\\n except* E:\\n  def g(): return 1
for x in y:\\n for z in w: pass\\n else: break
try: break\\nexcept: pass
with x: continue
class C: break
def f(): continue
match x:\\n case 1: continue
break = 1
while break: pass
continue 5
break if x else y""".split("\n")
for source in sources:
    text = source.replace("\\n", "\n")
    try:
        compile(text, "", "exec")
        print(source, "| fine")
    except SyntaxError as error:
        print(source, "|", error.msg, error.lineno, error.offset)
