__all__ = ['nope']
