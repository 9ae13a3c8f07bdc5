"""What happens to the data when the process is killed, the disk is full, or the file cannot be written."""
