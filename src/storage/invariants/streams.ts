import { sql } from 'kysely'
import { invariant } from './invariant.ts'

const withoutGaps = invariant(
  'events',
  'each stream has every place up to its end',
  () => sql`
    select 'stream ' || tenant || ' ends at ' || seq || ' and has ' || events || ' events, the last at ' || last as broken
    from (select s.tenant, s.seq, (select count(*) from events e where e.tenant = s.tenant) as events,
      (select coalesce(max(e.seq), 0) from events e where e.tenant = s.tenant) as last from event_streams s) as counted
    where seq <> events or seq <> last
    union all
    select 'stream ' || tenant || ' has events and no end' from (
      with recursive tenants(tenant) as (
        select min(tenant) from events
        union all
        select (select min(e.tenant) from events e where e.tenant > tenants.tenant) from tenants where tenants.tenant is not null)
      select tenant from tenants where tenant is not null) as found
    where not exists (select 1 from event_streams s where s.tenant = found.tenant)`,
)

export const ofStreams = [withoutGaps]
