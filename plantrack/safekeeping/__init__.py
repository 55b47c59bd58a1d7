"""Nothing lost: backups on request and by the clock, restoring, the doctor, rebuilding."""
