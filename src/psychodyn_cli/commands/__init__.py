"""What can be typed: one file a command, with its options, its help and nothing that takes time to load."""
