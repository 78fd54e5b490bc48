import { sql } from 'kysely'
import { invariant } from './invariant.ts'

const trees = invariant(
  'trees of organizations',
  'each node hangs on the root',
  () => sql`
    select 'node ' || n.id || ' of organization ' || n.organization || ' does not hang on its root' as broken
    from nodes n left join (
      with recursive reached(organization, node) as (
        select o.id, o.root_node from organizations o
        union
        select c.organization, c.id from reached r join nodes c on c.organization = r.organization and c.parent = r.node)
      select organization, node from reached) as hanging on hanging.organization = n.organization and hanging.node = n.id
    where hanging.node is null
    union all
    select 'organization ' || o.id || ' has no root node ' || o.root_node
    from organizations o left join nodes n on n.organization = o.id and n.id = o.root_node where n.id is null`,
)

const members = invariant(
  'members of organizations',
  'each account belongs where it is a member, the manager too',
  () => sql`
    select 'account ' || m.uin || ' is a member of organization ' || m.organization || ' and does not belong to it' as broken
    from members m left join affiliations a on a.uin = m.uin and a.organization = m.organization where a.uin is null
    union all
    select 'account ' || a.uin || ' belongs to organization ' || a.organization || ' and is no member of it'
    from affiliations a left join members m on m.organization = a.organization and m.uin = a.uin where m.uin is null
    union all
    select 'organization ' || o.id || ' is managed by account ' || o.manager_uin || ', which is no member of it'
    from organizations o left join members m on m.organization = o.id and m.uin = o.manager_uin where m.uin is null`,
)

export const ofOrganizations = [trees, members]
