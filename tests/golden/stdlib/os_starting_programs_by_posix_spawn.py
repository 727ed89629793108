"""Programs that are started without a copy of the process, and waiting for them."""

import os
import signal
import sys


def attempt(function, *arguments, **keywords):
    try:
        return function(*arguments, **keywords)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def run(*words, **keywords):
    child = os.posix_spawn("/bin/sh", ["sh", "-c", *words], {"A": "1"}, **keywords)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


print(run("exit 7"), run('test "$A" = 1'), run("kill -TERM $$"))
where = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
print(run("echo out; echo err >&2", file_actions=[(os.POSIX_SPAWN_OPEN, 1, "out", where, 0o600),
                                                  (os.POSIX_SPAWN_DUP2, 1, 2)]))
print(open("out").read().split())
print(run("echo nowhere", file_actions=[(os.POSIX_SPAWN_CLOSE, 1), (os.POSIX_SPAWN_CLOSEFROM, 2)]) != 0)
print(run("kill -TERM $$; exit 4", setsigmask=[signal.SIGTERM]))
print(run("exit 0", setpgroup=0, setsid=False, resetids=True), run("exit 0", setsid=True))
child = os.posix_spawnp("sh", ["sh", "-c", "exit 5"], os.environ)
found = os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
print(found.si_pid == child, found.si_status, found.si_code == os.CLD_EXITED, found.si_signo == signal.SIGCHLD)
print(type(found).__name__, len(found), os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
print(attempt(os.waitid, os.P_PID, child, os.WEXITED))
child = os.posix_spawn("/bin/sleep", ["sleep", "30"], {})
print(os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG))
handle = os.pidfd_open(child)
signal.pidfd_send_signal(handle, signal.SIGKILL)
print(os.waitid(os.P_PIDFD, handle, os.WEXITED).si_status == signal.SIGKILL)

print(attempt(os.posix_spawn, "/no/such", ["x"], {}))
print(attempt(os.posix_spawn, "/bin/sh", [], {}))
print(attempt(os.posix_spawn, "/bin/sh", [""], {}))
print(attempt(os.posix_spawn, "/bin/sh", "sh", {}))
print(attempt(os.posix_spawn, "/bin/sh", ["sh"], {}, file_actions=[(9,)]))
print(attempt(os.posix_spawn, "/bin/sh", ["sh"], {}, file_actions=[()]))
print(attempt(os.posix_spawn, "/bin/sh", ["sh"], {}, setsigmask=[999]))
print(os.WIFCONTINUED(0xFFFF), os.WIFCONTINUED(0))
