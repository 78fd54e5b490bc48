import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addRoleMembers } from '../../../src/directory/company-roles/add-members.ts'
import { createCompanyRole } from '../../../src/directory/company-roles/create-role.ts'
import { forgetDepartmentInRoles } from '../../../src/directory/company-roles/forget-department.ts'
import { membersAmong, type RoleOutcome } from '../../../src/directory/company-roles/judge-members.ts'
import { leaveRoles } from '../../../src/directory/company-roles/leave-roles.ts'
import { listRoleMembers } from '../../../src/directory/company-roles/list-members.ts'
import { putRoleMember } from '../../../src/directory/company-roles/put-member.ts'
import { removeRoleMembers } from '../../../src/directory/company-roles/remove-members.ts'
import type { RoleMember } from '../../../src/directory/company-roles/role.ts'
import { setRoleScopes } from '../../../src/directory/company-roles/set-scope.ts'
import { companyStream } from '../../../src/directory/events.ts'
import type { Covering } from '../../../src/directory/ranges/covers.ts'
import { Refused } from '../../../src/directory/refusals.ts'
import { systemPorts } from '../../../src/directory/system-ports.ts'
import type { EventRow } from '../../../src/storage/schema.ts'
import type { Tx } from '../../../src/storage/store.ts'
import { onEveryEngine } from '../../kit/engines.ts'
import { openTestStore, type TestStore } from '../../storage/open-test-store.ts'
import { eventsOfTenant } from '../../storage/settings-statements.ts'
import { type BatchChange, type Change, type Named, type Outcomes, RoleModel, type SomeRange } from './role-model.ts'
import { departmentIds, personIds, storeCompany, write } from './stored-company.ts'

const people = fc.array(fc.constantFrom<Named>(...personIds, 'nobody'), { minLength: 1, maxLength: 6 })
const range = fc.constantFrom<SomeRange>('all', 'all', ...departmentIds)
const departments = fc.array(fc.constantFrom(...departmentIds), { minLength: 1, maxLength: 3 })
const person = fc.constantFrom(...personIds)
const batch = fc.record({ kind: fc.constantFrom('add' as const, 'remove' as const), people, range })
const scoping = fc.record({ kind: fc.constant('scope' as const), people, range, departments })
const others: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), person, scope: fc.constantFrom('all' as const, 'none' as const) }),
  fc.record({ kind: fc.constant('leave' as const), person }),
  fc.record({ kind: fc.constant('forget' as const), department: fc.constantFrom(...departmentIds) }),
)
const changes = fc.array(fc.oneof<fc.Arbitrary<Change>[]>(batch, scoping, batch, scoping, others), { minLength: 1, maxLength: 12 })

function covering(company: string, some: SomeRange): Covering {
  return { company, range: some === 'all' ? { all: true } : { all: false, departments: [some], people: [], groups: [] } }
}

async function perform(tx: Tx, company: string, role: string, change: Change): Promise<RoleOutcome[] | undefined> {
  if (change.kind === 'put') await putRoleMember(tx, company, { ...change, role })
  else if (change.kind === 'leave') await leaveRoles(tx, company, change.person)
  else if (change.kind === 'forget') await forgetDepartmentInRoles(tx, company, change.department)
  else return performBatch(tx, company, role, change)
  return undefined
}

function performBatch(tx: Tx, company: string, role: string, change: BatchChange): Promise<RoleOutcome[]> {
  const named = change.people.map((id) => (id === 'nobody' ? undefined : { id, code: id, resigned: false }))
  const asked = { covering: covering(company, change.range), role, people: named }
  if (change.kind === 'add') return addRoleMembers(tx, asked)
  if (change.kind === 'remove') return removeRoleMembers(tx, asked)
  const found = change.departments.map((id) => ({ written: id, found: { id, code: id } }))
  return setRoleScopes(tx, { ...asked, departments: found })
}

/** Who holds a role, told by its events alone. */
function replayed(events: readonly EventRow[], role: string): Record<string, unknown> {
  const members: Record<string, unknown> = {}
  for (const { kind, subject, before, after } of events) {
    if (subject !== role) continue
    const then = JSON.parse(after ?? before ?? '{}') as RoleMember
    if (kind === 'role_person_removed') {
      expect(then).toEqual(members[then.person])
      delete members[then.person]
    }
    if (kind === 'role_person_added') members[then.person] = { person: then.person, scope: 'none', departments: [] }
    if (kind === 'role_scope_changed') {
      expect(JSON.parse(before ?? 'null')).toEqual(members[then.person])
      members[then.person] = then
    }
  }
  return members
}

async function agrees({ store, beside }: TestStore, company: string, list: readonly Change[]): Promise<void> {
  await storeCompany(store, company)
  const { id: role } = await write(store, company, (tx) => createCompanyRole(tx, systemPorts, company, { name: 'role' }))
  const model = new RoleModel()
  for (const change of list) {
    const told: Promise<Outcomes> = write(store, company, (tx) => perform(tx, company, role, change))
    const outcomes = await told.catch((error) => (error instanceof Refused ? error.refusal.fact : Promise.reject(error)))
    expect(outcomes).toEqual(model.take(change))
    expect(Object.fromEntries(await membersAmong(beside, company, role, personIds))).toEqual(model.state())
  }
  const { items } = await listRoleMembers(beside, covering(company, 'all'), role, { limit: 100 })
  expect(Object.fromEntries(items.map((member) => [member.person, member]))).toEqual(model.state())
  expect(replayed(await beside.all(eventsOfTenant, { tenant: companyStream(company) }), role)).toEqual(model.state())
}

onEveryEngine('members of a role', (engine) => {
  test('are what a plain model says, whatever happens; and their events tell the same', async () => {
    const store = await openTestStore(engine)
    let companies = 0
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        companies++
        await agrees(store, `company-${companies}`, list)
      }),
      { numRuns: engine.name === 'sqlite' ? 80 : 25 },
    )
  }, 60_000)
})
