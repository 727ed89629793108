"""The encoding iso8859_1."""

__import__("_codec_modules").fill_table(globals())
