# Paths taken apart and put together, their errors, and modes as text.
import posixpath as p, stat
for x in ('', '/', '//', '///a', 'a', 'a/', '/a/b.c', 'a//b/../c/./d', '../x', '.bashrc', '..a', 'a.b/c', 'x.tar.gz', '/..', b'/a/b.c'):
    print(x, p.split(x), p.splitext(x), p.normpath(x), p.splitroot(x), p.isabs(x), p.basename(x), p.dirname(x))
print(p.join('a','b','/c','d/','e',''), p.join(b'a',b'b'), p.relpath('/a/b/c','/a/d'), p.commonpath(['/a/b/c','/a/b/d']), p.commonprefix(['abc','abd']))
import os; os.environ['QQ']='v';
print(p.expandvars('$QQ/${QQ}x$$NO${NO}$'), p.realpath('/tmp/../etc/./x'), p.ismount('/'), p.exists('/etc'), p.isfile('/etc'), p.isdir(b'/etc'))
for f in (lambda: p.join('a',b'b'), lambda: p.join('a',1), lambda: p.relpath(''), lambda: p.commonpath([]), lambda: p.commonpath(['/a','b']), lambda: p.split(3)):
    try: print(f())
    except Exception as e: print(repr(e))
for m in (0o100644, 0o040755, 0o120777, 0o104755, 0o041777, 0o102644, 0): print(stat.filemode(m), stat.S_IMODE(m), stat.S_ISDIR(m))
