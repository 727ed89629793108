"""Fields of the system's records that are not among the items: members of the type, read only, pickled and copied."""

import copy
import os
import pickle
import time

status = os.stat_result(range(16))
for name in "st_mode", "st_atime", "st_mtime_ns", "st_blocks":
    print(getattr(os.stat_result, name), getattr(status, name))
    try:
        setattr(status, name, 1)
    except AttributeError as error:
        print(error)
print([name for name in dir(status) if name.startswith("st_")])

short = os.stat_result(range(10))
print(short.st_atime, short.st_mtime, short.st_ctime, short.st_atime_ns, short.st_blksize)
print(os.stat_result(range(10), {"st_atime": 1.5, "st_rdev": 7}).st_atime)
print(os.stat_result(range(10), dict={"st_atime": 1.5, "st_rdev": 7}).st_rdev)

for value in status, time.gmtime(0), os.terminal_size((80, 24)), os.times_result(range(5)):
    kind, parts = value.__reduce__()
    print(kind.__name__, parts)
    for made in pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value):
        print(made == value, made.__reduce__() == value.__reduce__())
print(time.gmtime(0).tm_zone, time.struct_time.tm_zone)
