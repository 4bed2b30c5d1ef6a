"""What stays on disk: the history database, the sound of every take, where both lie. Knows no Qt, model or device."""
