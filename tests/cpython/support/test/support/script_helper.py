"""Runs the interpreter in a process of its own."""

import collections
import os
import subprocess
import sys

_Result = collections.namedtuple("_PythonRunResult", ("rc", "out", "err"))


def interpreter_requires_environment():
    """Whether the interpreter does not start without the environment."""
    return False


def run_python_until_end(*args, **env_vars):
    """Runs the interpreter with these arguments; gives what came of it, and the command."""
    isolated = env_vars.pop("__isolated", not env_vars)
    working = env_vars.pop("__cwd", None)
    clean = env_vars.pop("__cleanenv", False)
    command = [sys.executable]
    if isolated:
        command.append("-I")
    command.extend(args)
    environment = {} if clean else dict(os.environ)
    environment.setdefault("TERM", "")
    environment.update(env_vars)
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          env=environment, cwd=working, timeout=60)
    return _Result(done.returncode, done.stdout, done.stderr), command


def _assert_python(expected, *args, **env_vars):
    result, command = run_python_until_end(*args, **env_vars)
    if (result.rc == 0) != expected:
        raise AssertionError(f"process return code is {result.rc}\ncommand line: {command}\n"
                             f"stdout:\n{result.out.decode('utf-8', 'replace')}\n"
                             f"stderr:\n{result.err.decode('utf-8', 'replace')}")
    return result


def assert_python_ok(*args, **env_vars):
    """The interpreter ends well."""
    return _assert_python(True, *args, **env_vars)


def assert_python_failure(*args, **env_vars):
    """The interpreter does not end well."""
    return _assert_python(False, *args, **env_vars)


def spawn_python(*args, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options):
    """Starts the interpreter."""
    return subprocess.Popen([sys.executable, "-E", *args], stdin=subprocess.PIPE, stdout=stdout, stderr=stderr,
                            **options)


def kill_python(process):
    """Closes the interpreter's input and gives its output."""
    process.stdin.close()
    data = process.stdout.read()
    process.stdout.close()
    process.wait()
    return data


def make_script(script_dir, script_basename, source, omit_suffix=False):
    """Writes a script; gives its path."""
    path = os.path.join(script_dir, script_basename if omit_suffix else script_basename + ".py")
    with open(path, "w", encoding="utf-8") as file:
        file.write(source)
    return path


def run_test_script(script):
    """Runs a script, which ends well."""
    assert_python_ok(script)
