"""The encoding euc_kr."""

__import__("_codec_modules").fill(globals())
