import os
import pty
import sys
import termios
import tty

master, slave = pty.openpty()
print(os.isatty(master), os.isatty(slave), os.ttyname(slave).startswith("/dev/pts/"))
modes = termios.tcgetattr(slave)
print(len(modes), len(modes[tty.CC]), modes[tty.CC][termios.VINTR], modes[tty.CC][termios.VEOF])
print(bool(modes[tty.LFLAG] & termios.ECHO), modes[tty.OSPEED] == termios.B38400)
before = tty.setraw(slave)
print(before == modes)
raw = termios.tcgetattr(slave)
print(bool(raw[tty.LFLAG] & (termios.ECHO | termios.ICANON | termios.ISIG)), raw[tty.CC][termios.VMIN:termios.VMIN + 1])
os.write(master, b"\x03a")
print(os.read(slave, 10))
termios.tcsetattr(slave, termios.TCSANOW, modes)
print(termios.tcgetattr(slave) == modes)
print(tty.setcbreak(slave, termios.TCSANOW) == modes, bool(termios.tcgetattr(slave)[tty.LFLAG] & termios.ISIG))
termios.tcsetwinsize(slave, (33, 101))
print(termios.tcgetwinsize(master), os.get_terminal_size(slave))
termios.tcsetattr(slave, termios.TCSADRAIN, modes)
os.write(master, b"line\n")
print(os.read(slave, 100), os.read(master, 100))
print(termios.tcdrain(slave), termios.tcflush(slave, termios.TCIOFLUSH), termios.tcflow(slave, termios.TCOON))
for call in (
    lambda: termios.tcgetattr(0 if not os.isatty(0) else 99), lambda: termios.tcsetattr(slave, 0, [1, 2]),
    lambda: termios.tcsetattr(slave, 0, modes[:6] + [[1]]), lambda: termios.tcsetwinsize(slave, 5),
    lambda: termios.tcsetwinsize(slave, (-1, 70000)), lambda: termios.tcgetattr("x"), lambda: tty.setraw(99),
    lambda: termios.tcsetattr(slave, 0, modes[:6] + [["x"] * 32]),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error, isinstance(error, termios.error))
os.close(master), os.close(slave)

sys.stdout.flush()
pid, master = pty.fork()
if not pid:
    import getpass

    print(os.isatty(0), os.getsid(0) == os.getpid(), flush=True)
    print("got", getpass.getpass("secret? "), flush=True)
    os._exit(3)
os.write(master, b"")
text = b""
sent = False
while True:
    try:
        data = os.read(master, 100)
    except OSError:
        break
    if not data:
        break
    text += data
    if not sent and b"secret? " in text:
        sent = True
        os.write(master, b"hush\n")
print(text)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
sys.stdout.flush()
print(pty.spawn([sys.executable, "-c", "print('in a terminal', __import__('os').isatty(1))"]))
