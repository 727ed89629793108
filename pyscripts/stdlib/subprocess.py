"""Other programs: starting them, their input and output, waiting for them."""

import io
import os
import signal
import sys
import threading
import time
import types
import warnings

import _posixsubprocess
from _communication import Communication

__all__ = [
    "Popen", "PIPE", "STDOUT", "call", "check_call", "getstatusoutput", "getoutput", "check_output", "run",
    "CalledProcessError", "DEVNULL", "SubprocessError", "TimeoutExpired", "CompletedProcess",
]

PIPE = -1
STDOUT = -2
DEVNULL = -3


# Errors and results.


class SubprocessError(Exception):
    """What can go wrong with a program."""


class CalledProcessError(SubprocessError):
    """A program ended with a status that is not 0."""

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output
        self.stderr = stderr

    def __str__(self):
        if self.returncode and self.returncode < 0:
            try:
                return f"Command '{self.cmd}' died with {signal.Signals(-self.returncode)!r}."
            except (ValueError, AttributeError):
                return f"Command '{self.cmd}' died with unknown signal {-self.returncode}."
        return f"Command '{self.cmd}' returned non-zero exit status {self.returncode}."

    @property
    def stdout(self):
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class TimeoutExpired(SubprocessError):
    """A program took longer than it was given."""

    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout
        self.output = output
        self.stderr = stderr

    def __str__(self):
        return f"Command '{self.cmd}' timed out after {self.timeout} seconds"

    stdout = CalledProcessError.stdout


class CompletedProcess:
    """What `run` gives."""

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr

    def __repr__(self):
        shown = [f"args={self.args!r}", f"returncode={self.returncode!r}"]
        if self.stdout is not None:
            shown.append(f"stdout={self.stdout!r}")
        if self.stderr is not None:
            shown.append(f"stderr={self.stderr!r}")
        return f"{type(self).__name__}({', '.join(shown)})"

    __class_getitem__ = classmethod(types.GenericAlias)

    def check_returncode(self):
        """Raise CalledProcessError if the status is not 0."""
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


# Short ways.


def call(*popenargs, timeout=None, **kwargs):
    """Run a program; returns its status."""
    with Popen(*popenargs, **kwargs) as process:
        try:
            return process.wait(timeout=timeout)
        except:
            process.kill()
            raise


def check_call(*popenargs, **kwargs):
    """Run a program; CalledProcessError if its status is not 0."""
    status = call(*popenargs, **kwargs)
    if status:
        cmd = kwargs.get("args")
        raise CalledProcessError(status, popenargs[0] if cmd is None else cmd)
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    """Run a program; returns what it wrote."""
    for name in ("stdout", "check"):
        if name in kwargs:
            raise ValueError(f"{name} argument not allowed, it will be overridden.")
    if "input" in kwargs and kwargs["input"] is None:
        text = kwargs.get("universal_newlines") or kwargs.get("text") or kwargs.get("encoding") or kwargs.get("errors")
        kwargs["input"] = "" if text else b""
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    """Run a program to its end; returns a CompletedProcess."""
    if input is not None:
        if kwargs.get("stdin") is not None:
            raise ValueError("stdin and input arguments may not both be used.")
        kwargs["stdin"] = PIPE
    if capture_output:
        if kwargs.get("stdout") is not None or kwargs.get("stderr") is not None:
            raise ValueError("stdout and stderr arguments may not be used with capture_output.")
        kwargs["stdout"] = kwargs["stderr"] = PIPE
    with Popen(*popenargs, **kwargs) as process:
        try:
            stdout, stderr = process.communicate(input, timeout=timeout)
        except TimeoutExpired:
            process.kill()
            process.wait()
            raise
        except:
            process.kill()
            raise
        status = process.poll()
        if check and status:
            raise CalledProcessError(status, process.args, output=stdout, stderr=stderr)
    return CompletedProcess(process.args, status, stdout, stderr)


def getstatusoutput(cmd, *, encoding=None, errors=None):
    """Run a command in a shell; returns its status and what it wrote."""
    try:
        data = check_output(cmd, shell=True, text=True, stderr=STDOUT, encoding=encoding, errors=errors)
        status = 0
    except CalledProcessError as error:
        data, status = error.output, error.returncode
    return status, data.removesuffix("\n")


def getoutput(cmd, *, encoding=None, errors=None):
    """Run a command in a shell; returns what it wrote."""
    return getstatusoutput(cmd, encoding=encoding, errors=errors)[1]


def list2cmdline(seq):
    """Words as one line, quoted as Windows' programs read it."""
    result = []
    for word in map(os.fsdecode, seq):
        quoted = not word or " " in word or "\t" in word
        backslashes = 0
        shown = '"' if quoted else ""
        for sign in word:
            if sign == "\\":
                backslashes += 1
                continue
            shown += "\\" * (backslashes * 2 + 1 if sign == '"' else backslashes) + sign
            backslashes = 0
        shown += "\\" * (backslashes * 2 if quoted else backslashes)
        result.append(shown + '"' if quoted else shown)
    return " ".join(result)


# Processes.


class Popen:
    """A program in a child process."""

    _started = False

    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None,
                 close_fds=True, shell=False, cwd=None, env=None, universal_newlines=None, startupinfo=None,
                 creationflags=0, restore_signals=True, start_new_session=False, pass_fds=(), *, user=None,
                 group=None, extra_groups=None, encoding=None, errors=None, text=None, umask=-1, pipesize=-1,
                 process_group=None):
        if not isinstance(bufsize, int):
            raise TypeError("bufsize must be an integer")
        if startupinfo is not None:
            raise ValueError("startupinfo is only supported on Windows platforms")
        if creationflags != 0:
            raise ValueError("creationflags is only supported on Windows platforms")
        if user is not None or group is not None or extra_groups is not None:
            raise ValueError("gilly does not change the user or the groups of a program")
        if text is not None and universal_newlines is not None and bool(universal_newlines) != bool(text):
            raise SubprocessError(
                "Cannot disambiguate when both text and universal_newlines are supplied but different. Pass one or the "
                "other."
            )
        if pass_fds and not close_fds:
            warnings.warn("pass_fds overriding close_fds.", RuntimeWarning)
            close_fds = True
        self.args = args
        self.stdin = self.stdout = self.stderr = None
        self.pid = self.returncode = None
        self.encoding, self.errors, self.pipesize = encoding, errors, pipesize
        self.text_mode = bool(encoding or errors or text or universal_newlines)
        self.universal_newlines = self.text_mode
        self._wait_lock = threading.Lock()
        self._communication = None
        theirs, ours = self._streams(stdin, stdout, stderr)
        try:
            self._open(ours, bufsize)
            self._start(
                args, executable, preexec_fn, close_fds, pass_fds, cwd, env, shell, theirs, restore_signals,
                start_new_session, -1 if process_group is None else process_group, umask,
            )
        except:
            for stream in (self.stdin, self.stdout, self.stderr):
                if stream is not None:
                    try:
                        stream.close()
                    except OSError:
                        pass
            raise
        finally:
            for descriptor in self._to_close:
                os.close(descriptor)
            self._to_close = []

    def __repr__(self):
        shown = f"<{self.__class__.__name__}: returncode: {self.returncode} args: {self.args!r}>"
        return shown[:76] + "...>" if len(shown) > 80 else shown

    __class_getitem__ = classmethod(types.GenericAlias)

    # Beginning.

    def _streams(self, *wanted):
        """The descriptors that the child gets, and the ends of pipes that stay here."""
        theirs, ours = [-1, -1, -1], [-1, -1, -1]
        self._to_close = []
        null = None
        for place, stream in enumerate(wanted):
            if stream is None:
                continue
            if stream == STDOUT and place == 2:
                theirs[2] = theirs[1] if theirs[1] != -1 else 1
            elif stream == PIPE:
                reading, writing = os.pipe()
                theirs[place], ours[place] = (reading, writing) if place == 0 else (writing, reading)
                self._to_close.append(theirs[place])
            elif stream == DEVNULL:
                if null is None:
                    null = os.open(os.devnull, os.O_RDWR)
                    self._to_close.append(null)
                theirs[place] = null
            elif isinstance(stream, int):
                theirs[place] = stream
            else:
                theirs[place] = stream.fileno()
        return theirs, ours

    def _open(self, ours, bufsize):
        line_buffering = False
        if bufsize == 1:
            bufsize = -1
            if self.text_mode:
                line_buffering = True
            else:
                warnings.warn(
                    "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used",
                    RuntimeWarning,
                    stacklevel=4,
                )
        for name, descriptor in zip(("stdin", "stdout", "stderr"), ours):
            if descriptor == -1:
                continue
            writes = name == "stdin"
            stream = io.open(descriptor, "wb" if writes else "rb", bufsize)
            if self.text_mode:
                stream = io.TextIOWrapper(
                    stream, encoding=self.encoding, errors=self.errors, write_through=writes,
                    line_buffering=line_buffering and writes,
                )
            setattr(self, name, stream)

    def _start(self, args, executable, preexec_fn, close_fds, pass_fds, cwd, env, shell, theirs, restore_signals,
               start_new_session, group, umask):
        if isinstance(args, (str, bytes)):
            args = [args]
        elif isinstance(args, os.PathLike):
            if shell:
                raise TypeError("path-like args is not allowed when shell is true")
            args = [args]
        else:
            args = list(args)
        if shell:
            args = ["/bin/sh", "-c", *args]
            if executable:
                args[0] = executable
        if executable is None:
            executable = args[0]
        sys.audit("subprocess.Popen", executable, args, cwd, env)
        program = os.fsencode(executable)
        if os.path.dirname(program):
            paths = [program]
        else:
            paths = [os.path.join(os.fsencode(folder), program) for folder in os.get_exec_path(env)]
        variables = None
        if env is not None:
            variables = []
            for name, value in env.items():
                name = os.fsencode(name)
                if b"=" in name:
                    raise ValueError("illegal environment variable name")
                variables.append(name + b"=" + os.fsencode(value))
        words = [os.fsencode(word) for word in args]
        folder = os.fsencode(cwd) if cwd is not None else None
        reading, writing = os.pipe()
        try:
            try:
                if preexec_fn is None:
                    if variables is None:
                        # What the program's variables are now, not what they were at the start.
                        variables = [name + b"=" + value for name, value in os.environb.items()]
                    self.pid = _posixsubprocess.start(
                        paths, words, variables, folder, theirs, writing, pass_fds, close_fds, start_new_session, group,
                        umask, restore_signals,
                    )
                else:
                    self.pid = self._fork(
                        paths, words, env, cwd, theirs, writing, pass_fds, preexec_fn, start_new_session, group, umask
                    )
                self._started = True
            finally:
                os.close(writing)
            told = b""
            while len(told) < 5 and (part := os.read(reading, 5)):
                told += part
        finally:
            os.close(reading)
        if told:
            self._fail(told, args, cwd, executable)

    def _fail(self, told, args, cwd, executable):
        """The child has told what failed before the program began."""
        try:
            os.waitpid(self.pid, 0)
        except ChildProcessError:
            pass
        self.returncode = 255
        self._started = False
        step, number = told[:1], int.from_bytes(told[1:5], "little")
        if step == b"x":
            raise SubprocessError("Exception occurred in preexec_fn.")
        if step == b"c":
            raise OSError(number, os.strerror(number), cwd)
        if step == b"e":
            raise OSError(number, os.strerror(number), executable)
        raise OSError(number, os.strerror(number))

    def _fork(self, paths, words, env, cwd, theirs, errors, pass_fds, preexec_fn, start_new_session, group, umask):
        """As the native start, with a function that runs in the child before the program."""
        pid = os.fork()
        if pid:
            return pid
        step, number = b"p", 0
        try:
            streams = [os.dup(stream) if 0 <= stream < 3 and stream != place else stream
                       for place, stream in enumerate(theirs)]
            for place, stream in enumerate(streams):
                if stream == place:
                    os.set_inheritable(stream, True)
                elif stream >= 0:
                    os.dup2(stream, place)
            for descriptor in pass_fds:
                os.set_inheritable(descriptor, True)
            if umask >= 0:
                os.umask(umask)
            if start_new_session:
                os.setsid()
            if group >= 0:
                os.setpgid(0, group)
            step = b"c"
            if cwd is not None:
                os.chdir(cwd)
            step = b"x"
            preexec_fn()
            step = b"e"
            number = 2
            for path in paths:
                try:
                    os.execve(path, words, os.environ if env is None else env)
                except (FileNotFoundError, NotADirectoryError):
                    continue
                except OSError as error:
                    number = error.errno
        except OSError as error:
            number = error.errno or 0
        except BaseException:
            pass
        finally:
            os.write(errors, step + number.to_bytes(4, "little"))
            os._exit(255)

    # Ending.

    def __enter__(self):
        return self

    def __exit__(self, exc_type, value, traceback):
        for stream in (self.stdout, self.stderr):
            if stream:
                stream.close()
        try:
            if self.stdin:
                try:
                    self.stdin.close()
                except BrokenPipeError:
                    pass
        finally:
            if exc_type == KeyboardInterrupt:
                # The program has got the signal as well: it may end by itself.
                try:
                    self.wait(timeout=0.25)
                except TimeoutExpired:
                    pass
            else:
                self.wait()

    def __del__(self):
        if self._started and self.returncode is None:
            warnings.warn(f"subprocess {self.pid} is still running", ResourceWarning, source=self)
            self.poll()

    def poll(self):
        """The status, or None while the program runs."""
        if self.returncode is None and self._wait_lock.acquire(False):
            try:
                if self.returncode is None:
                    self._reap(os.WNOHANG)
            finally:
                self._wait_lock.release()
        return self.returncode

    def _reap(self, options):
        try:
            pid, status = os.waitpid(self.pid, options)
        except ChildProcessError:
            self.returncode = 0  # somebody else has waited for it
            return
        if pid == self.pid:
            self.returncode = os.waitstatus_to_exitcode(status)

    def wait(self, timeout=None):
        """Wait for the end; returns the status."""
        if self.returncode is not None:
            return self.returncode
        if timeout is None:
            with self._wait_lock:
                while self.returncode is None:
                    self._reap(0)
            return self.returncode
        end = time.monotonic() + timeout
        delay = 0.0005
        while self.poll() is None:
            left = end - time.monotonic()
            if left <= 0:
                raise TimeoutExpired(self.args, timeout)
            delay = min(delay * 2, left, 0.05)
            time.sleep(delay)
        return self.returncode

    def send_signal(self, sig):
        """Send a signal, unless the program has ended."""
        self.poll()
        if self.returncode is None:
            try:
                os.kill(self.pid, sig)
            except ProcessLookupError:
                pass

    def terminate(self):
        """Ask the program to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self):
        """End the program."""
        self.send_signal(signal.SIGKILL)

    # Input and output.

    def communicate(self, input=None, timeout=None):
        """Give the input, read all output, wait for the end."""
        if self._communication is not None and input:
            raise ValueError("Cannot send input after starting communication")
        streams = [self.stdin, self.stdout, self.stderr]
        if timeout is None and self._communication is None and streams.count(None) >= 2:
            stdout = stderr = None
            if self.stdin:
                self._give(input)
            elif self.stdout:
                stdout = self.stdout.read()
                self.stdout.close()
            elif self.stderr:
                stderr = self.stderr.read()
                self.stderr.close()
            self.wait()
            return stdout, stderr
        if self._communication is None:
            if input and self.stdin and not self.text_mode:
                memoryview(input)  # what is not bytes is refused here, not in the thread that writes
            self._communication = Communication(self, input)
        end = None if timeout is None else time.monotonic() + timeout
        if not self._communication.wait(end):
            raise TimeoutExpired(self.args, timeout, *self._communication.so_far())
        try:
            self.wait(None if end is None else max(0, end - time.monotonic()))
        except TimeoutExpired:
            raise TimeoutExpired(self.args, timeout, *self._communication.so_far()) from None
        return self._communication.result()

    def _give(self, input):
        try:
            if input:
                self.stdin.write(input)
        except BrokenPipeError:
            pass  # the program does not want it
        finally:
            try:
                self.stdin.close()
            except BrokenPipeError:
                pass
