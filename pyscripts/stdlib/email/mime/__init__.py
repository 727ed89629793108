"""Parts of a message, one class a kind."""
