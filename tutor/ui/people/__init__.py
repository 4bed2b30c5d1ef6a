"""Who reads: choosing a learner, their profile, PINs. Stores nothing itself; `ports.People` does."""
