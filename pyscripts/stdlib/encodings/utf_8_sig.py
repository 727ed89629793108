"""The encoding utf_8_sig."""

__import__("_codec_modules").fill(globals())
