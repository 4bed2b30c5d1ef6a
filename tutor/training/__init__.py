"""Making and judging the models: data, losses, calibration, evaluation. Never imported by the desktop program."""
