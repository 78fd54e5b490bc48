import { sql } from 'kysely'
import { statement } from '../statement.ts'

/** More levels than any tree has: a walk ends, whatever the rows say. */
const mostSteps = sql.lit(64)

type Key = { organization: number; node: number }

/** A node and everything above it, from itself (step 0) to the root. */
export const pathToRoot = statement(
  (_db, p: Key) => sql<{ id: number; step: number }>`
    with recursive path(id, parent, step) as (
      select id, parent, 0 from nodes where organization = ${p.organization} and id = ${p.node}
      union all
      select above.id, above.parent, path.step + 1 from path
        join nodes above on above.organization = ${p.organization} and above.id = path.parent
      where path.step < ${mostSteps})
    select id, step from path order by step`,
)

/** How many levels lie below a node: 0 when it has no children. */
export const levelsBelow = statement(
  (_db, p: Key) => sql<{ levels: number }>`
    with recursive below(id, step) as (
      select id, 0 from nodes where organization = ${p.organization} and id = ${p.node}
      union all
      select child.id, below.step + 1 from below
        join nodes child on child.organization = ${p.organization} and child.parent = below.id
      where below.step < ${mostSteps})
    select coalesce(max(step), 0) as levels from below`,
)
