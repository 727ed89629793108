"""The encoding iso2022_jp."""

__import__("_codec_modules").fill(globals())
