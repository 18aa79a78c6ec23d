"""warraq: from news pages to clean articles in Postgres."""
