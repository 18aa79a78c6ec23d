select to_regclass(quote_ident(%(name)s)) is not null
