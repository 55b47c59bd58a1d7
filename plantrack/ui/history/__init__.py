"""What was recorded, what it changed, and taking it back."""
