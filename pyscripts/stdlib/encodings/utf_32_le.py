"""The encoding utf_32_le."""

__import__("_codec_modules").fill(globals())
