"""Records to rows that can be drawn, read out or written to a file. Pure: knows the domain only, no Qt, device or database."""
