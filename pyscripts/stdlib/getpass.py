"""Asking for a password without showing it, and who is asked."""

import os
import sys
import warnings

__all__ = ["getpass", "getuser", "GetPassWarning"]


class GetPassWarning(UserWarning):
    """The password may be seen."""


def getpass(prompt="Password: ", stream=None):
    """Asks for a password."""
    try:
        with open("/dev/tty", "r+b", buffering=0) as terminal:
            return _ask_unseen(prompt, stream, terminal)
    except (OSError, ValueError):
        return fallback_getpass(prompt, stream)


def _ask_unseen(prompt, stream, terminal):
    """Asks on a terminal whose echo is off; `stty` knows how to turn it off."""
    import subprocess

    def stty(*words):
        done = subprocess.run(["stty", *words], stdin=terminal, capture_output=True, text=True)
        if done.returncode:
            raise OSError(done.stderr.strip())
        return done.stdout.strip()

    saved = stty("-g")
    write = stream.write if stream else lambda text: terminal.write(text.encode())
    stty("-echo")
    try:
        write(str(prompt))
        if stream:
            stream.flush()
        line = terminal.readline()
    finally:
        stty(saved)
    write("\n")
    if not line:
        raise EOFError
    return line.decode().removesuffix("\n")


def fallback_getpass(prompt="Password: ", stream=None):
    """Asks for a password that will be seen."""
    warnings.warn("Can not control echo on the terminal.", GetPassWarning, stacklevel=2)
    stream = stream or sys.stderr
    print("Warning: Password input may be echoed.", file=stream)
    return _raw_input(prompt, stream)


def _raw_input(prompt="", stream=None, input=None):
    stream = stream or sys.stderr
    input = input or sys.stdin
    if prompt:
        stream.write(str(prompt))
        stream.flush()
    line = input.readline()
    if not line:
        raise EOFError
    return line.removesuffix("\n")


def getuser():
    """The name of who runs this."""
    for name in "LOGNAME", "USER", "LNAME", "USERNAME":
        if user := os.environ.get(name):
            return user
    import pwd
    try:
        return pwd.getpwuid(os.getuid())[0]
    except KeyError as error:
        raise OSError("No username set in the environment") from error
