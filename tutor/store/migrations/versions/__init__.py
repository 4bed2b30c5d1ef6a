"""One module a revision, numbered in order; never changed once released."""
