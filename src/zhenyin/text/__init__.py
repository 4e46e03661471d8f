"""Words of customers: normalised, masked, segmented."""
