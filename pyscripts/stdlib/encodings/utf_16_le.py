"""The encoding utf_16_le."""

__import__("_codec_modules").fill(globals())
