"""The encoding quopri_codec."""

__import__("_codec_modules").fill(globals())
