"""The encoding palmos."""

__import__("_codec_modules").fill_table(globals())
