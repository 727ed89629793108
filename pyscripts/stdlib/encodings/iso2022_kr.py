"""The encoding iso2022_kr."""

__import__("_codec_modules").fill(globals())
