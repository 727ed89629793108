import os
import subprocess
import sys

run = subprocess.run
print(run(["echo", "hi"], capture_output=True), run("echo $X; exit 3", shell=True, env={"X": "env"}, capture_output=True, text=True))
print(run(["cat"], input="text in", capture_output=True, text=True).stdout, run(["cat"], input=b"\xff", stdout=subprocess.PIPE).stdout, run("cat 1>&2", shell=True, input=b"e", stderr=subprocess.PIPE).stderr)
print(run(["sh", "-c", "echo out; echo err >&2"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True).stdout, run(["true"]).returncode, run(["false"], stdout=subprocess.DEVNULL).returncode)
for call in (lambda: run(["false"], check=True), lambda: run(["no-such-program-x"]), lambda: subprocess.check_output("echo partial; exit 2", shell=True), lambda: run([]), lambda: run(["cat"], input="text", capture_output=True),
             lambda: run("true", shell=False, cwd="/no/such/dir"), lambda: run(["true"], capture_output=True, stdout=subprocess.PIPE), lambda: run(["cat"], stdin=subprocess.PIPE, input=b""), lambda: run(["/"]), lambda: subprocess.check_call(["sh", "-c", "exit 7"]),
             lambda: run(["sh", "-c", "kill -9 $$"], check=True), lambda: subprocess.Popen(["true"], bufsize="x"), lambda: run(["echo", 5]), lambda: run(["echo", "a\0b"]), lambda: run("true", shell=True, pass_fds=5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "output", None))
p = subprocess.Popen(["sh", "-c", "read x; echo got $x; exit 4"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
print(p.poll(), p.stdin.write("line\n"), p.stdin.flush(), p.stdout.readline(), p.wait(), p.returncode, p.poll(), p.args, repr(p))
p = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
print(p.communicate(b"x" * 200_000)[0] == b"x" * 200_000, p.returncode)
p = subprocess.Popen(["sleep", "10"])
try:
    p.wait(timeout=0.01)
except subprocess.TimeoutExpired as error:
    print(error, error.cmd, error.timeout)
print(p.terminate(), p.wait(), p.kill(), p.send_signal(15))
p = subprocess.Popen(["sleep", "10"], stdout=subprocess.PIPE)
try:
    p.communicate(timeout=0.01)
except subprocess.TimeoutExpired:
    p.kill()
    print(p.communicate(), p.returncode)
with subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="latin-1", errors="replace") as p:
    print(p.communicate("é€"))
a = subprocess.Popen(["printf", "b\\na\\n"], stdout=subprocess.PIPE)
b = subprocess.Popen(["sort"], stdin=a.stdout, stdout=subprocess.PIPE, text=True)
a.stdout.close()
print(b.communicate(), a.wait(), subprocess.getoutput("echo a; echo b"), subprocess.getstatusoutput("exit 5"), subprocess.list2cmdline(["a b", 'c"d', ""]))
with open("out.txt", "w+") as file:
    run(["echo", "to file"], stdout=file)
    file.seek(0)
    print(file.read(), run(["cat"], stdin=open("out.txt"), capture_output=True).stdout)
print(run(["pwd"], cwd="/", capture_output=True, text=True).stdout, run(["env"], env={"A": "1", "B": "é"}, capture_output=True).stdout.split(b"\n")[:2], run("true", shell=True, executable="/bin/sh").returncode)
c = subprocess.CompletedProcess(["a"], 3, "o", "e")
print(c, subprocess.CalledProcessError(-9, "cmd"), subprocess.CalledProcessError(-99, "cmd"), subprocess.CalledProcessError(1, ["c"], "o", "e").stdout, repr(subprocess.TimeoutExpired("c", 1.5)))
try:
    c.check_returncode()
except subprocess.CalledProcessError as error:
    print(error, error.stderr)
r, w = os.pipe()
run(["sh", "-c", f"echo through >&{w}"], pass_fds=[w])
os.close(w)
print(os.read(r, 100), run(["sh", "-c", "exit 256"]).returncode, run(["sh", "-c", "umask"], umask=0o077, capture_output=True, text=True).stdout, run(["sh", "-c", "echo $0 $1", "zero", "one"], capture_output=True).stdout)
print(run(["sh", "-c", "ps -o pgid= -p $$ | tr -d ' '"], start_new_session=True, capture_output=True, text=True).returncode, run(["echo", "pre"], preexec_fn=lambda: os.write(1, b"in child "), capture_output=True).stdout)
