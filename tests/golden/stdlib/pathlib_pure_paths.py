from pathlib import *
import os, pickle
p = PurePosixPath('/a/b/../c.tar.gz')
print(p, repr(p), p.parts, p.name, p.stem, p.suffix, p.suffixes, p.parent, list(p.parents), p.anchor, p.root, p.drive)
for t in ['', '.', '/', '//a', '///a', 'a//b/./c/', '..', '.bashrc', 'a.', 'a..b', '.a.b', 'x.y.']:
    q = PurePath(t); print(repr(t), repr(q), q.parts, q.name, q.stem, q.suffix, q.suffixes, q.parent, q.is_absolute(), len(q.parents))
print(p / 'x' / '/y', 'r' / PurePath('s'), PurePath('a','b','c'), PurePath('a') / 'b' < PurePath('a/c'), PurePath('a') == PurePosixPath('a'), hash(PurePath('a'))==hash(PurePath('./a')))
print(p.with_name('z'), p.with_stem('q'), p.with_suffix('.x'), p.with_suffix(''), p.relative_to('/a'), p.is_relative_to('/b'))
for f in (lambda: p.relative_to('/x'), lambda: PurePath('a').relative_to('/b', walk_up=True), lambda: p.with_name('a/b'), lambda: p.with_suffix('x'), lambda: PurePath('/').with_name('x'), lambda: PurePath(1), lambda: p / 1, lambda: PurePath('a').as_uri(), lambda: PurePath('a').match('')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(PurePath('/a/b').relative_to('/a/c/d', walk_up=True), p.as_uri(), PurePath('/ä b').as_uri())
print(p.match('*.gz'), p.match('/a/*'), PurePath('a/b/c.py').match('b/*.py'), PurePath('a/b/c.py').full_match('a/**/*.py'), PurePath('A.PY').match('*.py', case_sensitive=False), PurePath('a/b').full_match('**'))
print(p.parents[0], p.parents[-1], p.parents[1:3], sorted([PurePath('b'), PurePath('a/z'), PurePath('a')]))
print(pickle.loads(pickle.dumps(p)), os.fspath(p), bytes(p), {PurePath('x'): 1}[PurePath('x')], isinstance(Path('a'), PosixPath))
