"""The encoding iso8859_15."""

__import__("_codec_modules").fill_table(globals())
