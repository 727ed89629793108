"""The proxies that the environment names."""

import os
import re


def parse_proxy(proxy):
    """(scheme, user, password, host and port) of a proxy's address."""
    if "://" in proxy:
        scheme, _, rest = proxy.partition("://")
        authority = rest.partition("/")[0]
        if not authority:
            raise ValueError("proxy URL with no authority: %r" % proxy)
    else:
        scheme, authority = None, proxy.partition("/")[0]
    userinfo, at, hostport = authority.rpartition("@")
    if not at:
        return scheme, None, None, hostport
    user, colon, password = userinfo.partition(":")
    return scheme, user, password if colon else None, hostport


def getproxies_environment():
    """The proxies that the environment names, by scheme."""
    found = {}
    # Names in lower case win, and an empty one takes away what the other set.
    for name, value in os.environ.items():
        if name.lower().endswith("_proxy") and name[-6:] != "_proxy" and value:
            found[name.lower()[:-6]] = value
    # A program started for a request takes its headers for variables: HTTP_PROXY may come from outside.
    if "REQUEST_METHOD" in os.environ:
        found.pop("http", None)
    for name, value in os.environ.items():
        if name.endswith("_proxy"):
            lower = name.lower()
            if value:
                found[lower[:-6]] = value
            else:
                found.pop(lower[:-6], None)
    return found


getproxies = getproxies_environment


def proxy_bypass_environment(host, proxies=None):
    """Whether the environment says that a host is asked without a proxy."""
    no_proxy = (getproxies_environment() if proxies is None else proxies).get("no")
    if not no_proxy:
        return False
    if no_proxy == "*":
        return True
    host = host.lower()
    plain = re.sub(r":\d+$", "", host, flags=re.ASCII)
    for name in no_proxy.split(","):
        name = name.strip().lstrip(".").lower()
        if name and (plain == name or host == name or plain.endswith("." + name) or host.endswith("." + name)):
            return True
    return False


proxy_bypass = proxy_bypass_environment
