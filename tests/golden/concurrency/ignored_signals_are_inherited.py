# Who starts a program may have it ignore signals: it goes on doing so, and says so.
import signal
import subprocess
import sys

SHOW = """
import signal
for name in ("SIGINT", "SIGUSR1", "SIGUSR2", "SIGTERM", "SIGPIPE"):
    handler = signal.getsignal(getattr(signal, name))
    print(name, handler if isinstance(handler, int) else handler.__name__)
signal.raise_signal(signal.SIGUSR1)
try:
    signal.raise_signal(signal.SIGINT)
    print("not interrupted")
except KeyboardInterrupt:
    print("interrupted")
"""


def show(*ignored):
    def ignore():
        for number in ignored:
            signal.signal(number, signal.SIG_IGN)
    print(subprocess.run([sys.executable, "-c", SHOW], preexec_fn=ignore, capture_output=True, text=True).stdout)


show(signal.SIGUSR1)
show(signal.SIGUSR1, signal.SIGINT)
show(signal.SIGUSR1, signal.SIGUSR2, signal.SIGTERM)
