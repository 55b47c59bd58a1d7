"""Growth year by year, its average and its parts."""
