import signal, os, time, threading
print(signal.SIGINT, repr(signal.SIGTERM), repr(signal.SIG_DFL), signal.Signals(9), signal.Signals['SIGHUP'].value, signal.getsignal(signal.SIGINT) is signal.default_int_handler, repr(signal.getsignal(signal.SIGTERM)), repr(signal.getsignal(signal.SIGPIPE)), signal.NSIG)
got = []
def h(n, frame): got.append((n, frame is not None))
print(signal.signal(signal.SIGUSR1, h), signal.getsignal(10) is h); os.kill(os.getpid(), signal.SIGUSR1); time.sleep(0.01); print(got)
signal.raise_signal(signal.SIGUSR1); print(len(got), signal.signal(signal.SIGUSR1, signal.SIG_IGN) is h); os.kill(os.getpid(), signal.SIGUSR1); print(len(got))
signal.signal(signal.SIGALRM, h); signal.setitimer(signal.ITIMER_REAL, 0.02); time.sleep(0.05); print(got[-1], signal.getitimer(signal.ITIMER_REAL), signal.alarm(0), signal.strsignal(9))
print(signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR2]), signal.pthread_sigmask(signal.SIG_BLOCK, [])); os.kill(os.getpid(), signal.SIGUSR2); print(signal.sigpending(), repr(signal.sigwait([signal.SIGUSR2])), signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR2]))
try: os.kill(os.getpid(), signal.SIGINT); time.sleep(1)
except KeyboardInterrupt: print('interrupted')
def boom(n, f): raise ValueError('from handler')
signal.signal(signal.SIGTERM, boom)
try: os.kill(os.getpid(), signal.SIGTERM); time.sleep(1)
except ValueError as e: print(e)
for bad in (lambda: signal.signal(99, h), lambda: signal.signal(signal.SIGKILL, h), lambda: signal.signal(2, 'x'), lambda: signal.Signals(1000)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
def in_thread():
    try: signal.signal(signal.SIGUSR1, h)
    except ValueError as e: print(e)
t = threading.Thread(target=in_thread); t.start(); t.join()
r, w = os.pipe(); os.set_blocking(w, False); print(signal.set_wakeup_fd(w)); signal.signal(signal.SIGUSR1, h); signal.raise_signal(signal.SIGUSR1); print(os.read(r, 9), signal.set_wakeup_fd(-1) == w, len(signal.valid_signals()))
