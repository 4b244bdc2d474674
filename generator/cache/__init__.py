"""What the last build knew, so that this one need not do it again. It is data and never code: damaged, foreign or of
another version it is dropped, and the build is a clean one."""
