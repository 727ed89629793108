"""Terminals in raw mode and in cbreak mode."""

from termios import *

__all__ = ["cfmakeraw", "cfmakecbreak", "setraw", "setcbreak"]

# The parts of a list of modes.
IFLAG, OFLAG, CFLAG, LFLAG, ISPEED, OSPEED, CC = range(7)


def _one_character_at_a_time(mode):
    mode[CC] = list(mode[CC])
    mode[CC][VMIN], mode[CC][VTIME] = 1, 0


def cfmakeraw(mode):
    """Change a list of modes: all that is typed is passed on as it is, and nothing is treated."""
    mode[IFLAG] &= ~(IGNBRK | BRKINT | IGNPAR | PARMRK | INPCK | ISTRIP | INLCR | IGNCR | ICRNL | IXON | IXANY | IXOFF)
    mode[OFLAG] &= ~OPOST
    mode[CFLAG] = mode[CFLAG] & ~(PARENB | CSIZE) | CS8
    mode[LFLAG] &= ~(ECHO | ECHOE | ECHOK | ECHONL | ICANON | IEXTEN | ISIG | NOFLSH | TOSTOP)
    _one_character_at_a_time(mode)


def cfmakecbreak(mode):
    """Change a list of modes: each character is passed on at once and not shown; interrupts work."""
    mode[LFLAG] &= ~(ECHO | ICANON)
    _one_character_at_a_time(mode)


def setraw(fd, when=TCSAFLUSH):
    """Put a terminal into raw mode; returns its modes before."""
    return _change(cfmakeraw, fd, when)


def setcbreak(fd, when=TCSAFLUSH):
    """Put a terminal into cbreak mode; returns its modes before."""
    return _change(cfmakecbreak, fd, when)


def _change(change, fd, when):
    before = tcgetattr(fd)
    after = list(before)
    change(after)
    tcsetattr(fd, when, after)
    return before
