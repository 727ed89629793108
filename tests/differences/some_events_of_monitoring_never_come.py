# difference: Some events of `sys.monitoring` never come
# cause: The machine tells calls, returns, yields, lines, instructions, raised and unwound exceptions. Its jumps are fused with comparisons and loops.
# workaround: Derive jumps from the events of lines or instructions.
import sys

seen = set()
monitoring = sys.monitoring
monitoring.use_tool_id(monitoring.DEBUGGER_ID, "look")
for name in ("LINE", "JUMP", "BRANCH"):
    event = getattr(monitoring.events, name)
    monitoring.register_callback(monitoring.DEBUGGER_ID, event, lambda *_, name=name: seen.add(name))
monitoring.set_events(
    monitoring.DEBUGGER_ID, monitoring.events.LINE | monitoring.events.JUMP | monitoring.events.BRANCH)
for number in range(3):
    if number:
        pass
monitoring.set_events(monitoring.DEBUGGER_ID, 0)
print(sorted(seen))
