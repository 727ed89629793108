"""The encoding iso8859_13."""

__import__("_codec_modules").fill_table(globals())
