"""The encoding iso8859_10."""

__import__("_codec_modules").fill_table(globals())
