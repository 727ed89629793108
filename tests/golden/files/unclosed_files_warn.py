"""Files and sockets that are left open tell so when they die, if a program wants to know."""

import io
import os
import socket
import subprocess
import sys
import tempfile
import warnings

folder = tempfile.mkdtemp()
path = os.path.join(folder, "file")
open(path, "w").close()
os.chdir(folder)


def leave(*args, **kw):
    open("file", *args, **kw)


def keep():
    with open("file") as file:
        pass
    file = open("file")
    file.close()
    open(os.open("file", os.O_RDONLY), closefd=False)
    io.BytesIO()
    io.StringIO()
    first, second = socket.socketpair()
    first.close()
    socket.socket(fileno=second.detach()).close()


def hook(told):
    name = told.exc_traceback and told.exc_traceback.tb_frame.f_code.co_name
    caught.append(("hook", repr(told.exc_value), repr(told.object), told.err_msg, name))


for action in ("always", "error"):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter(action)
        sys.unraisablehook = hook if action == "error" else sys.__unraisablehook__
        leave()
        leave("rb")
        leave("r+b")
        leave("wb")
        leave("a", encoding="utf-8")
        leave("rb", buffering=0)
        keep()
        for told in caught:
            if not isinstance(told, tuple):
                place = os.path.basename(told.filename), told.lineno
                told = str(told.message), told.category.__name__, place, type(told.source).__name__
            print(told)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    socket.socket()
    for told in caught:
        print(str(told.message)[:24], told.category.__name__, type(told.source).__name__)
sys.unraisablehook = sys.__unraisablehook__
leave()
os.unlink("file")
os.rmdir(folder)

code = "import sys; print(sys.warnoptions); open(sys.executable)"
for options in [], ["-X", "dev"], ["-X", "dev", "-W", "ignore"], ["-W", "error"]:
    run = subprocess.run([sys.executable, *options, "-c", code], capture_output=True, text=True)
    print(options, run.stdout.strip(), run.returncode, "unclosed file" in run.stderr)
