import pprint, collections, dataclasses, types
from pprint import pprint as p, pformat
long = {'name': 'x' * 30, 'list': list(range(30)), 'nested': {'b': [1, 2], 'a': ('t',) * 12}, 'set': {3, 1, 2}, 1: None}
p(long); p(long, width=40); p(long, compact=True); p(long, indent=4, sort_dicts=False); p(long, depth=1); pprint.pp({'b': 1, 'a': 2})
p('word ' * 30); p(['line one\nline two ' + 'x' * 70]); p(b'bytes ' * 20); p(bytearray(b'q' * 80)); p([]); p(()); p({}); p(frozenset(range(40))); p(set('abcdefghijklmnopqrstuvwxyz'))
p(collections.OrderedDict((k, 'v' * 20) for k in 'abc')); p(collections.Counter('abracadabra' * 3 + 'xyz'), width=20); p(collections.deque(range(40), 50)); p(collections.defaultdict(list, {k: [1] * 10 for k in 'abc'}), width=40); p(collections.ChainMap({'a': 'x' * 40}, {'b': 'y' * 40})); p(types.SimpleNamespace(a='x' * 40, b='y' * 40)); p(types.MappingProxyType({'a': 'x' * 40, 'b': 'y' * 40}))
@dataclasses.dataclass
class D: name: str; items: list; hidden: int = dataclasses.field(default=1, repr=False)
p(D('n' * 40, list(range(20)))); p([D('a', [1])])
r = [1]; r.append(r); print(pprint.saferepr(r)[:24], pprint.isrecursive(r), pprint.isreadable([1, 'a']), pprint.isreadable(r), pformat(12345678, underscore_numbers=True), pformat({2: 1, 'a': 2, None: 3}))
