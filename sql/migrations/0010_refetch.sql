-- Rounds are counted from the discovery, so one that was missed is not made up for, and none comes twice.
create function ingest.next_refetch(discovered_at timestamptz, refetch_hours double precision[], at timestamptz)
returns timestamptz
language sql stable as $$
    select min(discovered_at + make_interval(secs => 3600 * hours))
    from unnest(refetch_hours) as round (hours)
    where discovered_at + make_interval(secs => 3600 * hours) > at
$$;
comment on function ingest.next_refetch(timestamptz, double precision[], timestamptz) is
    'Return when a published page is next looked at again for corrections; null where no round is left.';
