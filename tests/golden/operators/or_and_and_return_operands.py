"""and and or give back operands, evaluate from the left, and stop as soon as they can."""
log = []
def t(v):
    log.append(v)
    return v
def run(source):
    log.clear()
    print(source, "->", repr(eval(source)), log)
for source in ("t(0) or t('a') or t('b')", "t(1) and t('') and t(2)", "t(1) and t(0) or t(3)", "t(0) and t(1) or t(2)", "t(0) or t(1) and t(2)", "not t(0) and t(5)", "t([]) or t({})", "(t(1) or t(2)) and t(3)", "t(1) or t(2) and t(0)", "t(None) if t(0) else t(1)", "t(1) if t(0) or t(2) else t(3)", "[t(1) and t(2), t(0) or t(3)]", "t(1) < t(2) and t(3) > t(4)", "not t(1) or not t(0)", "t('') or t(0) or t(None)", "t(1) and t(2) and t(3)", "1 if t(0) else 2 if t(0) else t(3)", "(t(0) or t(1)) == t(1)"):
    run(source)
