from datetime import *
import pickle, copy
d = date(2024, 2, 29)
t = time(9, 5, 7, 120)
x = datetime(2024, 2, 29, 13, 45, 6, 789)
z = timezone(timedelta(hours=5, minutes=30)); n = timezone(timedelta(hours=-3), 'ART')
for v in (d, t, x, z, n, UTC, datetime(2024, 6, 1, 12, tzinfo=z), timedelta(1,2,3), time(1,tzinfo=UTC)):
    for p in range(2, 6): assert pickle.loads(pickle.dumps(v, p)) == v
    assert copy.deepcopy(v) == v
print(x.__reduce_ex__(4), d.__reduce__(), t.__reduce_ex__(2), timedelta(1).__reduce__())
