"""Files that come with packages."""

from importlib.resources._common import Anchor, Package, as_file, files
from importlib.resources._functional import (
    contents, is_resource, open_binary, open_text, path, read_binary, read_text,
)
from importlib.resources.abc import ResourceReader

__all__ = ["Package", "Anchor", "ResourceReader", "as_file", "files", "contents", "is_resource", "open_binary",
           "open_text", "path", "read_binary", "read_text"]
