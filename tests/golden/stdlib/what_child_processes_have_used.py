# os.wait3 and os.wait4 tell what a child has used.
import os
import resource


def child(work, status):
    pid = os.fork()
    if pid == 0:
        work()
        os._exit(status)
    return pid


def compute():
    number = 0
    while sum(os.times()[:2]) < 0.05:
        number += 1


pid = child(compute, 3)
ended, status, usage = os.wait4(pid, 0)
print(ended == pid, os.waitstatus_to_exitcode(status), type(usage) is resource.struct_rusage)
print(usage.ru_utime + usage.ru_stime >= 0.04, usage.ru_maxrss > 1000)

pid = child(lambda: None, 4)
ended, status, usage = os.wait3(0)
print(ended == pid, os.waitstatus_to_exitcode(status), usage[2] == usage.ru_maxrss, len(usage))
print(os.wait4(child(lambda: os.kill(os.getpid(), 9), 0), options=0)[1])

start, end = os.pipe()
pid = child(lambda: os.read(start, 1), 0)
print(os.wait3(options=os.WNOHANG)[:2], os.wait4(pid=pid, options=os.WNOHANG)[:2])
os.write(end, b".")
print(os.wait4(pid, 0)[:2] == (pid, 0))

for call in (lambda: os.wait4(-1, 0), lambda: os.wait3(0), lambda: os.wait4(1), lambda: os.wait3("no")):
    try:
        call()
    except (OSError, TypeError) as error:
        print(type(error).__name__)
