# A process that sends itself a signal that kills dies of it, whichever it is.
import os
import signal
import subprocess
import sys

for name in ("SIGSEGV", "SIGBUS", "SIGABRT", "SIGFPE", "SIGILL", "SIGTERM", "SIGKILL", "SIGALRM"):
    code = f"import os, signal; os.kill(os.getpid(), signal.{name}); print('alive')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    print(name, signal.Signals(-done.returncode).name, done.stdout)
print(signal.getsignal(signal.SIGSEGV), signal.getsignal(signal.SIGBUS))
