"""What keeps the store sound and small for years: checks, copies, repair, expiry, deletion, and the account of it all."""
