# env: TZ=Europe/Berlin
"""gmtime and localtime fill tm_zone and tm_gmtoff; a struct_time made by hand has none."""
import time

g = time.gmtime(0)
print(g)
print(g.tm_zone, g.tm_gmtoff, len(g), g.n_fields, g.n_sequence_fields, g.n_unnamed_fields)
h = time.struct_time((2020, 1, 2, 3, 4, 5, 3, 2, 0))
print(h, h.tm_zone, h.tm_gmtoff)
h = time.struct_time((2020, 1, 2, 3, 4, 5, 3, 2, 0, "XYZ", 60))
print(h, h.tm_zone, h.tm_gmtoff, h[:3], tuple(h) == h)
for wrong in ((), (1,) * 8, (1,) * 12, "abc", 5):
    try:
        print(time.struct_time(wrong))
    except TypeError as error:
        print(error)
print(g == tuple(g), g < time.gmtime(1), hash(g) == hash(tuple(g)))
print(time.asctime(g))
