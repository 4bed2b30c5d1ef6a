"""What many takes say together: tallies of each, the level behind them, what got better. Knows no Qt and no database."""
