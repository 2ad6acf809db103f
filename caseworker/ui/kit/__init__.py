"""What pages are made of: widgets and helpers that know no subject."""
