"""What leaves the dashboards as a file."""
