-- 0 where LC_CTYPE is C (0.71 otherwise).
select public.similarity('محمود درويش', 'محمود درويس')
