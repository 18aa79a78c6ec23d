"""Compose the stages over one batch; live news, backfills, archives and replays differ only in what fills the WARC."""
