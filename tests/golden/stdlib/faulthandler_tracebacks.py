import faulthandler
import os
import re
import signal
import subprocess
import sys


def shown(path):
    with open(path) as file:
        text = file.read()
    return re.sub("0x[0-9a-f]+", "0x...", text.replace(__file__, "F"))


def inner(file):
    faulthandler.dump_traceback(file, all_threads=False)


def outer(file):
    inner(file)


with open("dump", "w") as file:
    outer(file)
print(shown("dump"))
with open("dump", "w") as file:
    faulthandler.dump_traceback(file.fileno(), False)
    print(faulthandler.register(signal.SIGUSR1, file, all_threads=False))
    os.kill(os.getpid(), signal.SIGUSR1)
    print(faulthandler.unregister(signal.SIGUSR1), faulthandler.unregister(signal.SIGUSR1))
print(shown("dump"))
print(faulthandler.is_enabled(), faulthandler.disable())
with open("dump", "w") as file:
    faulthandler.enable(file)
    print(faulthandler.is_enabled(), faulthandler.disable(), faulthandler.is_enabled())
for call in (
    lambda: faulthandler.register(signal.SIGSEGV), lambda: faulthandler.register(999),
    lambda: faulthandler.dump_traceback(-1), lambda: faulthandler.dump_traceback("x"),
):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
script = "import faulthandler, os\nfaulthandler.enable(all_threads=False)\ndef f():\n    os.kill(os.getpid(), 6)\n    x = 1\nf()\n"
done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
print(done.returncode, re.sub("0x[0-9a-f]+", "0x...", done.stderr).partition("Extension")[0].rstrip())
