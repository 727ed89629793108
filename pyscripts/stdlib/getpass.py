"""Passwords that are typed without being shown, and the user's name."""

import io
import os
import sys
import warnings

__all__ = ["getpass", "getuser", "GetPassWarning"]


class GetPassWarning(UserWarning):
    """What is typed may be shown."""


def getpass(prompt="Password: ", stream=None):
    """Ask for a password on the terminal; on standard input if there is no terminal."""
    import contextlib
    import termios

    with contextlib.ExitStack() as stack:
        try:
            number = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
            terminal = io.FileIO(number, "w+")
            stack.enter_context(terminal)
            source = io.TextIOWrapper(terminal)
            stack.enter_context(source)
            stream = stream or source
        except OSError:
            stack.close()
            try:
                number = sys.stdin.fileno()
            except (AttributeError, ValueError):
                return fallback_getpass(prompt, stream)
            source = sys.stdin
            stream = stream or sys.stderr
        try:
            modes = termios.tcgetattr(number)
        except termios.error:
            stack.close()
            return fallback_getpass(prompt, sys.stderr if stream is source else stream)
        silent = modes[:]
        silent[3] &= ~termios.ECHO
        try:
            termios.tcsetattr(number, termios.TCSAFLUSH, silent)
            return _raw_input(prompt, stream, source)
        finally:
            termios.tcsetattr(number, termios.TCSAFLUSH, modes)
            stream.flush()
            stream.write("\n")
            stream.flush()


unix_getpass = getpass


def fallback_getpass(prompt="Password: ", stream=None):
    """Ask for a password that is shown as it is typed."""
    warnings.warn("Can not control echo on the terminal.", GetPassWarning, stacklevel=2)
    stream = stream or sys.stderr
    print("Warning: Password input may be echoed.", file=stream)
    return _raw_input(prompt, stream)


def _raw_input(prompt="", stream=None, input=None):
    stream = stream or sys.stderr
    input = input or sys.stdin
    if prompt:
        try:
            stream.write(str(prompt))
        except UnicodeEncodeError:
            stream.write(str(prompt).encode(stream.encoding, "replace").decode(stream.encoding))
        stream.flush()
    line = input.readline()
    if not line:
        raise EOFError
    return line.removesuffix("\n")


def getuser():
    """The user's name: from the environment, or from the system's list of users."""
    for name in "LOGNAME", "USER", "LNAME", "USERNAME":
        user = os.environ.get(name)
        if user:
            return user
    try:
        import pwd

        return pwd.getpwuid(os.getuid())[0]
    except (ImportError, KeyError) as error:
        raise OSError("No username set in the environment") from error
