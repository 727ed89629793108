"""The encoding hp_roman8."""

__import__("_codec_modules").fill_table(globals())
