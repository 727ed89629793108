import shlex, getopt, graphlib, timeit, sched, html
print(shlex.split('a "b c" d\\ e \'f"g\' # x'), shlex.split('a # c', comments=True), shlex.join(['a b', "it's", '']), shlex.quote('$x'), list(shlex.shlex('a && b; c|d "q r"', punctuation_chars=True)), list(shlex.shlex("x = 'y z' # c\nw-1")), shlex.split("a'b'c", posix=False))
for bad in ('"x', 'x\\'):
    try: shlex.split(bad)
    except ValueError as e: print(e)
print(getopt.getopt(['-a', '-bval', '--long=1', '--fl', 'rest', '-z'], 'ab:', ['long=', 'flag']), getopt.gnu_getopt(['x', '-a', 'y', '--', '-b'], 'a'))
for bad in (['-q'], ['-b'], ['--nope'], ['--long'], ['--flag=1'], ['--f']):
    try: print(getopt.getopt(bad, 'ab:', ['long=', 'flag', 'file']))
    except getopt.GetoptError as e: print(e, e.opt)
print(list(graphlib.TopologicalSorter({'d': ['b', 'c'], 'b': ['a'], 'c': ['a']}).static_order()))
t = graphlib.TopologicalSorter(); t.add(1, 2); t.add(2, 1)
try: t.prepare()
except graphlib.CycleError as e: print(e)
t = graphlib.TopologicalSorter({1: [2]}); t.prepare(); print(t.get_ready(), t.is_active()); t.done(2); print(t.get_ready(), bool(t))
print(timeit.timeit('x + 1', 'x = 1', number=10) >= 0, len(timeit.repeat(lambda: 1, repeat=3, number=5)), timeit.Timer('a', globals={'a': 1}).autorange.__name__)
s = sched.scheduler(); out = []; s.enter(0.02, 1, out.append, ('b',)); s.enter(0.01, 1, out.append, argument=('a',)); e = s.enter(0.03, 1, out.append, ('c',)); s.cancel(e); print(len(s.queue)); s.run(); print(out, s.empty())
print(html.escape('<a href="x">&\'</a>'), html.unescape('&lt;&eacute;&#65;&#x42;&amp;&nope;&copy2;&hellip;&#0;&#128;&notit;'))
