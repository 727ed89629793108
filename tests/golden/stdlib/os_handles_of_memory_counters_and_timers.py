"""Descriptors that are no files: memory, counters, timers, terminals."""

import os
import select
import sys
import time


def attempt(function, *arguments, **keywords):
    try:
        return function(*arguments, **keywords)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


fd = os.memfd_create("scratch")
print(os.write(fd, b"in memory"), os.pread(fd, 20, 3), os.get_inheritable(fd))
os.close(fd)
print(attempt(os.memfd_create, "nul\0"))

fd = os.eventfd(3)
print(os.eventfd_read(fd), os.eventfd_write(fd, 5), os.eventfd_write(fd, 2), os.eventfd_read(fd))
os.close(fd)
fd = os.eventfd(2, os.EFD_SEMAPHORE | os.EFD_NONBLOCK)
print(os.eventfd_read(fd), os.eventfd_read(fd), attempt(os.eventfd_read, fd))
os.close(fd)
print(attempt(os.eventfd, -1))

fd = os.timerfd_create(time.CLOCK_MONOTONIC)
print(os.timerfd_settime(fd, initial=0.01), os.timerfd_gettime(fd)[1])
print(select.select([fd], [], [], 10)[0] == [fd], int.from_bytes(os.read(fd, 8), "little"))
print(os.timerfd_settime_ns(fd, initial=5_000_000_000, interval=7_000_000_000), os.timerfd_gettime(fd)[1])
print(os.timerfd_settime(fd)[1], os.timerfd_gettime_ns(fd))
os.close(fd)

master = os.posix_openpt(os.O_RDWR | os.O_NOCTTY)
os.grantpt(master)
os.unlockpt(master)
slave = os.open(os.ptsname(master), os.O_RDWR | os.O_NOCTTY)
print(os.isatty(slave), os.ttyname(slave) == os.ptsname(master), os.device_encoding(slave))
os.write(slave, b"hello\n")
print(os.read(master, 100))
os.close(slave)
os.close(master)
reading, writing = os.pipe()
print(os.device_encoding(reading), attempt(os.ptsname, reading), attempt(os.tcgetpgrp, reading))

sys.stdout.flush()
child, master = os.forkpty()
if child == 0:
    print("on a terminal:", os.isatty(0), os.tcgetpgrp(0) == os.getpid(), flush=True)
    os._exit(3)
print(os.read(master, 100), os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
