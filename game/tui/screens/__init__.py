"""The screens, one a file, named as on the screen."""
