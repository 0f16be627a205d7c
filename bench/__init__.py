"""What Gatepost costs and finds, measured beside its peers in one run."""
