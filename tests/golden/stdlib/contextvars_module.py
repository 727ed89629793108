import contextvars
v = contextvars.ContextVar('v', default=5); tok = v.set(6); print(v.get(), v.name, tok.old_value is tok.MISSING, tok.var is v); v.reset(tok); print(v.get())
try: v.reset(tok)
except RuntimeError as e: print(str(e)[-26:])
c = contextvars.copy_context(); print(c.run(lambda: (v.set(7), v.get())[1]), v.get(), c[v], len(c), list(c.items())[0][1])
try: contextvars.ContextVar('q').get()
except LookupError as e: print(type(e).__name__)
