"""The encoding utf_32_be."""

__import__("_codec_modules").fill(globals())
