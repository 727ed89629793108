"""The encoding utf_8."""

__import__("_codec_modules").fill(globals())
