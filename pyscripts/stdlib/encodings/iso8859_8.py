"""The encoding iso8859_8."""

__import__("_codec_modules").fill_table(globals())
