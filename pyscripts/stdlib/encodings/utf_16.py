"""The encoding utf_16."""

__import__("_codec_modules").fill(globals())
