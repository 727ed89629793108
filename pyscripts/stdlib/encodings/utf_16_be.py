"""The encoding utf_16_be."""

__import__("_codec_modules").fill(globals())
