"""The encoding iso8859_5."""

__import__("_codec_modules").fill_table(globals())
