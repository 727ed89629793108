"""Users, groups, scheduling, and what the system says of its limits."""

import os


def attempt(function, *arguments, **keywords):
    try:
        return function(*arguments, **keywords)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


user, group = os.getuid(), os.getgid()
print(os.getresuid() == (user, os.geteuid(), user), os.getresgid()[0] == group)
print(isinstance(os.getgroups(), list), group in os.getgrouplist("root", group))
print(os.setuid(user), os.setgid(group), os.seteuid(user), os.setegid(group))
print(os.setreuid(-1, -1), os.setregid(-1, user if False else -1), os.setresuid(-1, -1, -1), os.setresgid(-1, -1, -1))
print(attempt(os.setuid, "root"))
print(attempt(os.setuid, -2))
print(attempt(os.setresuid, 1, 2))
print(os.getpriority(os.PRIO_PROCESS, 0) == os.nice(0))
print(os.setpriority(os.PRIO_PROCESS, 0, os.nice(0)), attempt(os.getpriority, os.PRIO_PROCESS, 2**31 - 1))

print(os.sched_getscheduler(0) == os.SCHED_OTHER, os.sched_getparam(0))
print(os.sched_get_priority_min(os.SCHED_FIFO), os.sched_get_priority_max(os.SCHED_RR))
print(os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0)), os.sched_setparam(0, os.sched_param(sched_priority=0)))
print(os.sched_rr_get_interval(0) >= 0)
print(attempt(os.sched_setparam, 0, 0))
print(attempt(os.sched_param))
print(attempt(os.sched_get_priority_max, 99))
parameters = os.sched_param(3)
print(parameters, parameters.sched_priority, parameters == (3,), parameters.__replace__(sched_priority=4))

print(os.pathconf("/", "PC_NAME_MAX"), os.pathconf("/", "PC_LINK_MAX") > 0)
with open(__file__) as file:
    print(os.fpathconf(file.fileno(), "PC_NAME_MAX"), os.fstatvfs(file.fileno()).f_namemax)
print(os.confstr("CS_PATH"), os.confstr("CS_GNU_LIBC_VERSION").split()[0])
print(os.sysconf("SC_PAGESIZE"), os.sysconf("SC_OPEN_MAX") > 0, os.sysconf("SC_NPROCESSORS_ONLN") == os.cpu_count())
for call in (lambda: os.sysconf("SC_NOTHING"), lambda: os.confstr("x"), lambda: os.pathconf("/", "x"),
             lambda: os.sysconf(1.5), lambda: os.pathconf("/absent", "PC_NAME_MAX")):
    print(attempt(call))
print(len(os.sysconf_names) > 100, len(os.pathconf_names) > 15, "CS_PATH" in os.confstr_names)
print(os.statvfs("/").f_fsid == os.statvfs("/").f_fsid, os.statvfs("/").f_flag & os.ST_RDONLY)

os.mknod("node")
os.mknod("pipe", 0o10600)
print(oct(os.stat("node").st_mode), oct(os.stat("pipe").st_mode))
with open("node") as file:
    print(os.fchown(file.fileno(), user, -1), os.fchown(file.fileno(), -1, group))
print(attempt(os.mknod, "node"))
