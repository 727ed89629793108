"""Lines for the system's log: what can be seen of it without one."""

import syslog


def attempt(function, *arguments, **keywords):
    try:
        return function(*arguments, **keywords)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(syslog.LOG_MASK(syslog.LOG_ERR), syslog.LOG_UPTO(syslog.LOG_ERR), syslog.LOG_DEBUG, syslog.LOG_LOCAL7)
print(syslog.setlogmask(syslog.LOG_UPTO(syslog.LOG_ERR)), syslog.setlogmask(0xFF))
print(syslog.openlog(ident="name", logoption=syslog.LOG_PID, facility=syslog.LOG_USER), syslog.closelog())
print(syslog.syslog("a line"), syslog.syslog(syslog.LOG_DEBUG, "another"), syslog.closelog(), syslog.closelog())
print(attempt(syslog.syslog, 5))
print(attempt(syslog.openlog, 5))
