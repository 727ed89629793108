"""What is there of the SAX interface: `saxutils`."""

__all__ = ["saxutils"]
