"""Raw pages on disk: WARC written and salvaged, WARC and WET and text dumps read.

``writer.WarcWriter`` keeps pages as they were fetched, ``salvage.salvage`` rescues what a killed writer left,
``reader`` gives back pages and the places where an archive is damaged, ``dumps`` reads single files.
"""
