"""What may be extracted: filters that refuse or change members that lead out of the folder."""

import os

from tarfile._info import TarError


class FilterError(TarError):
    """A filter refuses a member."""


class AbsolutePathError(FilterError):
    def __init__(self, tarinfo):
        self.tarinfo = tarinfo
        super().__init__(f"member {tarinfo.name!r} has an absolute path")


class OutsideDestinationError(FilterError):
    def __init__(self, tarinfo, path):
        self.tarinfo = tarinfo
        self._path = path
        super().__init__(f"{tarinfo.name!r} would be extracted to {path!r}, which is outside the destination")


class SpecialFileError(FilterError):
    def __init__(self, tarinfo):
        self.tarinfo = tarinfo
        super().__init__(f"{tarinfo.name!r} is a special file")


class AbsoluteLinkError(FilterError):
    def __init__(self, tarinfo):
        self.tarinfo = tarinfo
        super().__init__(f"{tarinfo.name!r} is a link to an absolute path")


class LinkOutsideDestinationError(FilterError):
    def __init__(self, tarinfo, path):
        self.tarinfo = tarinfo
        self._path = path
        super().__init__(f"{tarinfo.name!r} would link to {path!r}, which is outside the destination")


def _changes(member, dest_path, is_for_data):
    """What is to be changed of a member."""
    changes = {}
    name = member.name
    dest_path = os.path.realpath(dest_path)
    if name.startswith(("/", os.sep)):
        name = changes["name"] = member.path.lstrip("/" + os.sep)
    if os.path.isabs(name):
        raise AbsolutePathError(member)
    target = os.path.realpath(os.path.join(dest_path, name))
    if os.path.commonpath([target, dest_path]) != dest_path:
        raise OutsideDestinationError(member, target)
    mode = member.mode
    if mode is not None:
        mode &= 0o755  # nobody else writes, and no bits with a special meaning
        if is_for_data:
            if member.isreg() or member.islnk():
                if not mode & 0o100:
                    mode &= ~0o111
                mode |= 0o600
            elif member.isdir() or member.issym():
                mode = None
            else:
                raise SpecialFileError(member)
        if mode != member.mode:
            changes["mode"] = mode
    if not is_for_data:
        return changes
    for field in "uid", "gid", "uname", "gname":
        if getattr(member, field) is not None:
            changes[field] = None
    if member.islnk() or member.issym():
        if os.path.isabs(member.linkname):
            raise AbsoluteLinkError(member)
        start = os.path.join(dest_path, os.path.dirname(name)) if member.issym() else dest_path
        target = os.path.realpath(os.path.join(start, member.linkname))
        if os.path.commonpath([target, dest_path]) != dest_path:
            raise LinkOutsideDestinationError(member, target)
    return changes


def fully_trusted_filter(member, dest_path):
    """Members as they are."""
    return member


def tar_filter(member, dest_path):
    """Members as tar extracts them: below the folder, and without dangerous modes."""
    changes = _changes(member, dest_path, False)
    return member.replace(**changes, deep=False) if changes else member


def data_filter(member, dest_path):
    """Members as data: files, folders and links within the folder, belonging to whoever extracts them."""
    changes = _changes(member, dest_path, True)
    return member.replace(**changes, deep=False) if changes else member


FILTERS = {"fully_trusted": fully_trusted_filter, "tar": tar_filter, "data": data_filter}
