"""The encoding iso8859_4."""

__import__("_codec_modules").fill_table(globals())
