"""Many takes together: their columns, the level behind them, and what was found about their sounds and words."""
