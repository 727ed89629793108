"""The encoding iso8859_2."""

__import__("_codec_modules").fill_table(globals())
