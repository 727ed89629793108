"""The logger of asyncio."""

import logging

__all__ = ("logger",)

logger = logging.getLogger("asyncio")
