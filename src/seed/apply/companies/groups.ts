import { createCompanyGroup } from '../../../directory/company-groups/create-group.ts'
import { type CompanyGroup, textOf, type Verbatim } from '../../../directory/company-groups/group.ts'
import { record } from '../../../directory/record.ts'
import { insertCompanyGroup, updateCompanyGroup } from '../../../storage/tables/companies/company-groups.ts'
import { companyGroupContent } from '../../content/companies/people-contents.ts'
import type { SeedCompanyGroup } from '../../schema/companies/group.ts'
import type { Planning } from '../plan.ts'
import type { Means, Task } from '../task.ts'
import { planGroupMembers } from './group-members.ts'
import { planList } from './plan-list.ts'
import { companyIdOf, inCompany, type PlannedCompany, wholeOf } from './planned-company.ts'
import { timesOf } from './times-of.ts'

/** Tasks for the groups of a company that are missing, and for who is missing in them. */
export function planCompanyGroups(planning: Planning, planned: PlannedCompany): Task[] {
  const list = planned.given.groups ?? []
  for (const group of list) {
    requireVerbatim(planning, group, 'rule')
    requireVerbatim(planning, group, 'visibility')
  }
  const ids = new Map(planned.present?.groups.map(({ name, id }) => [name, id]))
  const groups = planList<SeedCompanyGroup>(planning, planned, {
    list,
    member: 'name',
    keyOf: ({ name }) => name,
    present: new Map(planned.present?.groups.map((row) => [row.name, companyGroupContent(row)])),
    makes: 'people group',
    async judged({ name, id, description, kind = 'normal', rule, visibility }, { tx, ports }) {
      const wanted = {
        id,
        name: name.trim(),
        description,
        kind,
        rule: verbatim(rule),
        visibility: verbatim(visibility),
        byAdministration: true,
      }
      ids.set(name, (await createCompanyGroup(inCompany(tx, planned), ports, wholeOf(planned), wanted)).id)
    },
    restored: async (given, means) => ids.set(given.name, await restore(planned, given, means)),
  })
  return [...groups, ...list.flatMap((group) => planGroupMembers(planning, planned, group, () => ids.get(group.name) as string))]
}

/** What a wire sent is kept as it was: an object. */
function verbatim(text: string | undefined): Verbatim | null {
  return text === undefined ? null : (JSON.parse(text) as Verbatim)
}

function requireVerbatim({ findings }: Planning, group: SeedCompanyGroup, member: 'rule' | 'visibility'): void {
  const text = group[member]
  try {
    if (text === undefined || (typeof JSON.parse(text) === 'object' && JSON.stringify(JSON.parse(text)) === text)) return
  } catch {}
  findings.add(group, member, 'is no JSON object without white space between its parts. Write one.')
}

async function restore(planned: PlannedCompany, given: SeedCompanyGroup, { tx, ports }: Means): Promise<string> {
  const company = companyIdOf(planned)
  const { name, description = '', kind = 'normal' } = given
  const group: CompanyGroup = {
    ...{ id: given.id ?? ports.ids.text(16), name, description, kind },
    ...{ rule: verbatim(given.rule), visibility: verbatim(given.visibility), personCount: 0, departmentCount: 0 },
    ...timesOf(given, tx),
  }
  const kept = { rule: textOf(group.rule), visibility: textOf(group.visibility) }
  await tx.run(insertCompanyGroup, { company, id: group.id, name, description, kind, ...kept, created_at: group.createdAt })
  if (group.updatedAt !== group.createdAt)
    await tx.run(updateCompanyGroup, { company, group: group.id, name, description, ...kept, updated_at: group.updatedAt })
  record(inCompany(tx, planned), { kind: 'people_group_created', subject: group.id, after: group })
  return group.id
}
