import { addRoleMembers } from '../../../directory/company-roles/add-members.ts'
import { createCompanyRole } from '../../../directory/company-roles/create-role.ts'
import { putRoleMember } from '../../../directory/company-roles/put-member.ts'
import { setRoleScopes } from '../../../directory/company-roles/set-scope.ts'
import { record } from '../../../directory/record.ts'
import { insertRoleDepartments } from '../../../storage/tables/roles-and-units/company-role-departments.ts'
import { insertRoleMembers, setRoleScope } from '../../../storage/tables/roles-and-units/company-role-members.ts'
import { insertCompanyRole } from '../../../storage/tables/roles-and-units/company-roles.ts'
import { roleContent, roleMemberContent } from '../../content/companies/people-contents.ts'
import { timeOf } from '../../content/times.ts'
import type { SeedRole, SeedRoleMember } from '../../schema/companies/group.ts'
import { compare, compareResolved } from '../compare.ts'
import type { Planning } from '../plan.ts'
import { drawing } from '../replayed.ts'
import type { Means, Task } from '../task.ts'
import { planList, requireNow } from './plan-list.ts'
import { companyIdOf, inCompany, keyIn, knownId, type PlannedCompany, plainPath, requireKnown, wholeOf } from './planned-company.ts'
import { timesOf } from './times-of.ts'

/** Tasks for the roles of a company that are missing, and for who is to hold them and does not. */
export function planRoles(planning: Planning, planned: PlannedCompany): Task[] {
  const list = planned.given.roles ?? []
  const ids = new Map(planned.present?.roles.map(({ name, id }) => [name, id]))
  const roles = planList<SeedRole>(planning, planned, {
    list,
    member: 'name',
    keyOf: ({ name }) => name,
    present: new Map(planned.present?.roles.map((row) => [row.name, roleContent(row)])),
    makes: 'role',
    async judged({ name, id, system = false }, { tx, ports }) {
      const drawn = drawing(ports, { hex: id })
      const wanted = { name: name.trim(), isSystem: system }
      ids.set(name, (await createCompanyRole(inCompany(tx, planned), drawn, companyIdOf(planned), wanted)).id)
    },
    async restored(given, { tx, ports }) {
      const { name, system: isSystem = false } = given
      const role = { id: given.id ?? ports.ids.hex(16), name, isSystem, ...timesOf(given, tx) }
      const times = { created_at: role.createdAt, updated_at: role.updatedAt }
      await tx.run(insertCompanyRole, { company: companyIdOf(planned), id: role.id, name, is_system: isSystem ? 1 : 0, ...times })
      ids.set(name, role.id)
      record(inCompany(tx, planned), { kind: 'company_role_created', subject: role.id, after: role })
    },
  })
  return [...roles, ...list.flatMap((role) => planHolders(planning, planned, role, () => ids.get(role.name) as string))]
}

function planHolders(planning: Planning, planned: PlannedCompany, role: SeedRole, idOf: () => string): Task[] {
  const { findings } = planning
  const { members = [] } = role
  const keyOf = ({ person }: SeedRoleMember) => keyIn(planned, 'people', person)
  findings.twice(members, 'person', keyOf, ({ person }) => person)
  const { present } = planned
  const there = present?.roles.find(({ name }) => name === role.name)
  const rows = (there && present?.roleMembers.get(there.id)) ?? []
  const held = new Map(rows.map((row) => [row.person, row]))
  return members.flatMap((member): Task[] => {
    requireNow(planning, planned, member)
    requireKnown(planning, planned, 'people', [member, 'person'], member.person)
    const { departments = [], scope } = member
    departments.forEach((department, place) => {
      requireKnown(planning, planned, 'departments', [departments, place], department)
    })
    if (scope !== undefined && departments.length > 0)
      findings.add(member, 'scope', 'names a scope beside departments. Leave out one of them.')
    const row = held.get(keyOf(member))
    if (row && present) {
      const content = roleMemberContent(row, present.roleDepartments.get(`${row.role} ${row.person}`) ?? [], present.names)
      compare(findings, member, { joinedAt: content.joinedAt })
      compareResolved(findings, member, 'scope', scope, row.scope)
      compareResolved(findings, member, 'departments', member.departments?.map(plainPath).toSorted(), content.departments)
      return []
    }
    const run = (means: Means) => (planned.asItStood ? restore : hold)(planned, { role: idOf(), member, since: role.createdAt }, means)
    return [{ makes: 'role holder', holder: member, run }]
  })
}

interface Holding {
  readonly role: string
  readonly member: SeedRoleMember
  readonly since: string | undefined
}

async function hold(planned: PlannedCompany, { role, member }: Holding, { tx }: Means): Promise<void> {
  const own = inCompany(tx, planned)
  const { person: code, departments = [], scope = 'none' } = member
  if (departments.length === 0) return putRoleMember(own, companyIdOf(planned), { role, person: code, scope })
  const batch = { covering: wholeOf(planned), role, people: [{ id: knownId(planned, 'people', code), code, resigned: false }] }
  await addRoleMembers(own, batch)
  const asked = departments.map((written) => ({ written, found: { id: knownId(planned, 'departments', written), code: written } }))
  await setRoleScopes(own, { ...batch, departments: asked })
}

async function restore(planned: PlannedCompany, { role, member, since }: Holding, { tx }: Means): Promise<void> {
  const company = companyIdOf(planned)
  const person = knownId(planned, 'people', member.person)
  const departments = (member.departments ?? []).map((path) => knownId(planned, 'departments', path))
  const scope = departments.length > 0 ? 'part' : (member.scope ?? 'none')
  await tx.run(insertRoleMembers, { company, role, people: [person], at: timeOf(member.joinedAt) ?? timeOf(since) ?? tx.origin.at })
  if (scope !== 'none') await tx.run(setRoleScope, { company, role, people: [person], scope })
  if (departments.length > 0) await tx.run(insertRoleDepartments, { company, role, people: [person], departments })
  const own = inCompany(tx, planned)
  record(own, { kind: 'role_person_added', subject: role, after: { person } })
  const before = { person, scope: 'none', departments: [] }
  if (scope !== 'none') record(own, { kind: 'role_scope_changed', subject: role, before, after: { person, scope, departments } })
}
