__all__ = ["public"]
public = "pub"
hidden = "hid"
