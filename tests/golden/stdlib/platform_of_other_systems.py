"""What `platform` tells of systems that this one is not."""

import platform
import warnings

warnings.simplefilter("ignore")
for ask in (platform.java_ver, platform.win32_ver, platform.win32_edition, platform.win32_is_iot, platform.mac_ver,
            platform.ios_ver, platform.android_ver):
    print(ask.__name__, ask())
for known in ("SunOS", "5.10"), ("SunOS", "4.1"), ("Linux", "5"), ("win32", "5"), ("Darwin", "5"):
    print(platform.system_alias(*known, "v"))

import calendar
weeks = calendar.Calendar()
weeks.setfirstweekday(calendar.SUNDAY)
print(weeks.getfirstweekday(), list(weeks.iterweekdays()))
