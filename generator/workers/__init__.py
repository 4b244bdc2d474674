"""Work shared among processes: the same results with one as with eight, and in the same order."""
