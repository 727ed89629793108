"""Context variables: values that belong to a task or thread, and contexts to run things in."""

from _contextvars import Context, ContextVar, Token, copy_context

__all__ = ("Context", "ContextVar", "Token", "copy_context")
