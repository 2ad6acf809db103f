"""People whose stories are told by hand."""
