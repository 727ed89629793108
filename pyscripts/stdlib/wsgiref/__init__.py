"""Web applications in the interface of PEP 3333, and a server for them."""
