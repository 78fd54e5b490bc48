import { deleteHeads, departmentsHeadedBy } from '../../storage/tables/departments/department-heads.ts'
import { departmentsWithIds } from '../../storage/tables/departments/departments.ts'
import { peopleLedBy, updateDepartmentHeads, updateLeaders } from '../../storage/tables/people/leaving.ts'
import { type Department, departmentOf } from '../departments/department.ts'
import { record } from '../record.ts'
import type { Tx } from '../session.ts'
import { findPeople } from './find-people.ts'
import type { Person } from './person.ts'

/**
 * Nobody is led by this person any more, in no post either, and no department has him as leader or partner; one event for each that had. Who has
 * resigned himself stays as he was: he is no longer changed (the vendor's 42006, user/patch and user/update).
 */
export async function clearLeads(tx: Tx, company: string, person: string): Promise<void> {
  await clearPeople(tx, company, person)
  await clearDepartments(tx, company, person)
}

async function clearPeople(tx: Tx, company: string, person: string): Promise<void> {
  const quoted = JSON.stringify(person)
  const led = (await tx.all(peopleLedBy, { company, person, quoted, in_post: `"leader":${quoted}` })).map(({ id }) => id)
  for (const before of await findPeople(tx, company, led)) {
    if (!before) continue
    const left = withoutLeader(before, person)
    const after: Person = { ...before, ...left }
    await tx.run(updateLeaders, {
      company,
      person: before.id,
      leader: after.leader,
      dotted_leaders: JSON.stringify(after.dottedLeaders),
      positions: JSON.stringify(after.posts),
      updated_at: tx.origin.at,
    })
    record(tx, { kind: 'person_changed', subject: before.id, before: membersOf(before, left), after })
  }
}

type Led = Pick<Person, 'leader' | 'dottedLeaders' | 'posts'>

/** What changes in a person when somebody leads him no more. */
function withoutLeader({ leader, dottedLeaders, posts }: Person, gone: string): Partial<Led> {
  return {
    ...(leader === gone && { leader: null }),
    ...(dottedLeaders.includes(gone) && { dottedLeaders: dottedLeaders.filter((one) => one !== gone) }),
    ...(posts.some((post) => post.leader === gone) && {
      posts: posts.map((post) => (post.leader === gone ? { ...post, leader: null } : post)),
    }),
  }
}

function membersOf(person: Person, changed: Partial<Led>): Partial<Led> {
  return {
    ...('leader' in changed && { leader: person.leader }),
    ...('dottedLeaders' in changed && { dottedLeaders: person.dottedLeaders }),
    ...('posts' in changed && { posts: person.posts }),
  }
}

async function clearDepartments(tx: Tx, company: string, person: string): Promise<void> {
  const headed = (await tx.all(departmentsHeadedBy, { company, person })).map(({ department }) => department)
  if (headed.length === 0) return
  for (const row of await tx.all(departmentsWithIds, { company, ids: headed })) {
    const before = departmentOf(row)
    const { leaders, partners } = before
    const after: Department = {
      ...before,
      leaders: leaders.filter((leader) => leader.person !== person),
      partners: partners.filter((partner) => partner !== person),
    }
    const changed = {
      ...(after.leaders.length < leaders.length && { leaders }),
      ...(after.partners.length < partners.length && { partners }),
    }
    await tx.run(updateDepartmentHeads, {
      company,
      department: before.id,
      leaders: JSON.stringify(after.leaders),
      partners: JSON.stringify(after.partners),
      updated_at: tx.origin.at,
    })
    await tx.run(deleteHeads, { company, department: before.id, people: [person] })
    record(tx, { kind: 'department_changed', subject: before.id, before: changed, after })
  }
}
