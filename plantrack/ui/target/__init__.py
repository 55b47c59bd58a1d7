"""One target: its path, arithmetic, sureness, steward and sources."""
