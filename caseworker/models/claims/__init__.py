"""Claims with their lines and facts, decisions, and what one assessment needs of them."""
