import fnmatch, glob, re
for p in ['*.txt','a*b*c','[a-z]?','[!abc]x','[]]','[','a[b','[a-','[z-a]','[--0]','x[a-c-]','*','**','','[!]','[!-a]', 'a.b+c','[^a]','[a&&b]','[\\d]']:
    print(repr(p), fnmatch.translate(p))
for p in ['*.txt','a/**/b','**','**/*.py','a?b/[x]','.*','*/','a/*/']:
    for r in (0,1):
      for h in (0,1):
        print(repr(p), glob.translate(p, recursive=r, include_hidden=h))
print(fnmatch.filter(['a.py','b.txt','.c.py'],'*.py'), fnmatch.fnmatch('foo','f?o'))
import os, tempfile
with tempfile.TemporaryDirectory() as d:
    os.chdir(d)
    os.makedirs('lessons/deep'); os.makedirs('.hidden')
    for name in ['lessons/race.py', 'lessons/deep/trace.py', 'lessons/.h.py', '.hidden/x.py', 'top.py', 'top.txt']: open(name, 'w').close()
    for p in ['*', '**', '**/*race*', 'le*/r*.py', 'nothing*', 'l*/', '**/', 'lessons/**', '.*', 'top.py', 'no.py', 'lessons/', '**/*.py']:
        print(p, sorted(glob.glob(p, recursive=True)), sorted(glob.glob(p)), sorted(glob.glob(p, recursive=True, include_hidden=True)))
    print(glob.escape('a*[b]?'), sorted(glob.glob('*.py', root_dir='lessons')), sorted(glob.glob(b'*')), next(glob.iglob('top.t*')))
    os.chdir('/')
