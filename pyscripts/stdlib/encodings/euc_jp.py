"""The encoding euc_jp."""

__import__("_codec_modules").fill(globals())
