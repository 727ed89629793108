"""Waiting for signals, and what is known of one that came."""

import os
import signal
import time


def attempt(function, *arguments, **keywords):
    try:
        return function(*arguments, **keywords)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1, signal.SIGUSR2])
os.kill(os.getpid(), signal.SIGUSR1)
found = signal.sigwaitinfo([signal.SIGUSR1])
print(found.si_signo == signal.SIGUSR1, found.si_pid == os.getpid(), found.si_uid == os.getuid(), len(found))
start = time.monotonic()
print(signal.sigtimedwait([signal.SIGUSR1], 0.05), time.monotonic() - start >= 0.05)
os.kill(os.getpid(), signal.SIGUSR2)
print(signal.sigtimedwait({signal.SIGUSR1, signal.SIGUSR2}, 10).si_signo == signal.SIGUSR2)
print(attempt(signal.sigtimedwait, [signal.SIGUSR1], -1))
print(type(found).__name__, isinstance(found, signal.struct_siginfo))
fd = os.pidfd_open(os.getpid())
print(signal.pidfd_send_signal(fd, signal.SIGUSR1), signal.sigwait([signal.SIGUSR1]) == signal.SIGUSR1)
print(attempt(signal.pidfd_send_signal, 900, 0))
