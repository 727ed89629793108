"""The encoding iso8859_6."""

__import__("_codec_modules").fill_table(globals())
