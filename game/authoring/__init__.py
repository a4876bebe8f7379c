"""What an instructor needs who writes cases: a case to start from, and the workbench's view of a file."""
