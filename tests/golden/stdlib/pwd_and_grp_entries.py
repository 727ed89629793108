import getpass
import grp
import os
import pwd

root = pwd.getpwuid(0)
print(root.pw_name, root.pw_uid, root[5], len(root), root == pwd.getpwnam("root"), type(root))
print(root in pwd.getpwall(), grp.getgrgid(0).gr_name, grp.getgrnam("root")[2], grp.getgrgid(0) in grp.getgrall())
print(type(grp.getgrgid(0)), isinstance(grp.getgrgid(0).gr_mem, list), repr(grp.getgrnam(name="root"))[:40])
for call, argument in (
    (pwd.getpwnam, "no such user"), (pwd.getpwuid, 3_999_999_999), (pwd.getpwuid, 1 << 70), (pwd.getpwuid, "0"),
    (pwd.getpwnam, 1), (grp.getgrnam, "no such group"), (grp.getgrgid, 3_999_999_999), (grp.getgrgid, 1.5),
    (pwd.getpwnam, "a\0b"), (grp.getgrnam, b"root"),
):
    try:
        print(call(argument))
    except Exception as error:
        print(type(error).__name__, error)
os.environ["LOGNAME"] = "somebody"
print(getpass.getuser())
for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
    os.environ.pop(name, None)
print(getpass.getuser() == pwd.getpwuid(os.getuid()).pw_name)
