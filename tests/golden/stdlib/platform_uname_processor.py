"""What uname tells has a sixth item, the processor."""
import platform
u=platform.uname()
print(len(u), [type(x).__name__ for x in u], u[5]==u.processor, u._fields, u[0], u[-1]==u.processor, list(u)==[*u[:5], u[5]])
import pickle, copy
print(pickle.loads(pickle.dumps(u))==u, copy.copy(u)==u, u._replace(node='x').node, u == tuple(u), type(u).__mro__[1].__name__)
print(u._asdict().keys())
print(repr(u)[:20], 'processor' in repr(u))
