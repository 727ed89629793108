"""The encoding iso8859_16."""

__import__("_codec_modules").fill_table(globals())
