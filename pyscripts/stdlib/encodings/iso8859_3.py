"""The encoding iso8859_3."""

__import__("_codec_modules").fill_table(globals())
