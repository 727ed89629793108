"""The encoding iso8859_11."""

__import__("_codec_modules").fill_table(globals())
