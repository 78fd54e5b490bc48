import { sql } from 'kysely'
import { textsOf } from '../../list-parameter.ts'
import { statement } from '../../statement.ts'

type Key = { company: string; role: string }

/** How many hold a role: counted in its index, which holds as many as a role takes, so that no counter is kept. */
export const countRoleMembers = statement((db, p: Key) =>
  db
    .selectFrom('company_role_members')
    .where('company', '=', p.company)
    .where('role', '=', p.role)
    .select(({ fn }) => fn.countAll<number>().as('n')),
)

/** Which of these people hold the role, each with his scope. */
export const roleMembersAmong = statement((db, p: Key & { people: readonly string[] }, engine) =>
  db
    .selectFrom('company_role_members')
    .where('company', '=', p.company)
    .where('role', '=', p.role)
    .where('person', 'in', textsOf(engine, p.people))
    .select(['person', 'scope']),
)

/** One page of a role's members in the order in which they came, behind one of them. */
export const roleMembersInOrder = statement(
  (_db, p: Key & { at: number; person: string; limit: number }) => sql<{ person: string; scope: string; joined_at: number }>`
    select person, scope, joined_at from company_role_members
    where company = ${p.company} and role = ${p.role} and (joined_at, person) > (${p.at}, ${p.person})
    order by joined_at, person limit ${p.limit}`,
)

export const insertRoleMembers = statement(
  (_db, p: Key & { people: readonly string[]; at: number }, engine) => sql<never>`
    insert into company_role_members (company, role, person, scope, joined_at)
    select cast(${p.company} as text), cast(${p.role} as text), added.value, 'none', cast(${p.at} as bigint)
    from ${textsOf(engine, p.people)} as added`,
)

export const deleteRoleMembers = statement((db, p: Key & { people: readonly string[] }, engine) =>
  db
    .deleteFrom('company_role_members')
    .where('company', '=', p.company)
    .where('role', '=', p.role)
    .where('person', 'in', textsOf(engine, p.people)),
)

export const setRoleScope = statement((db, p: Key & { people: readonly string[]; scope: string }, engine) =>
  db
    .updateTable('company_role_members')
    .set({ scope: p.scope })
    .where('company', '=', p.company)
    .where('role', '=', p.role)
    .where('person', 'in', textsOf(engine, p.people)),
)

/** The roles that a person holds. */
export const rolesOfPerson = statement((db, p: { company: string; person: string }) =>
  db
    .selectFrom('company_role_members')
    .where('company', '=', p.company)
    .where('person', '=', p.person)
    .orderBy('role')
    .select(['role', 'scope']),
)

/** Takes a person out of every role. What he holds them for goes with `deleteRoleDepartmentsOfPerson`. */
export const deleteRoleMembersOfPerson = statement((db, p: { company: string; person: string }) =>
  db.deleteFrom('company_role_members').where('company', '=', p.company).where('person', '=', p.person),
)
