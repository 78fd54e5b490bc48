import { companyFacts, companyOf, withFacts } from '../../../directory/companies/company.ts'
import { createCompany, newCompanyId } from '../../../directory/companies/create-company.ts'
import { companyStream } from '../../../directory/events.ts'
import { rootDepartment } from '../../../directory/ranges/range.ts'
import type { CompanyRow } from '../../../storage/schemas/companies.ts'
import { findCompany } from '../../../storage/tables/companies/companies.ts'
import { everyCompany } from '../../../storage/tables/companies/company-contents.ts'
import { holdStream } from '../../../storage/tables/event-streams.ts'
import { rootPath } from '../../content/companies/company-names.ts'
import { factsContent, factsOf } from '../../content/companies/facts-content.ts'
import { type CompanyContent, readCompany } from '../../content/companies/read-company.ts'
import { timeOf, timeText } from '../../content/times.ts'
import { shown } from '../../read/finding.ts'
import type { SeedCompany } from '../../schema/companies/company.ts'
import { compare, compareResolved } from '../compare.ts'
import type { Planning } from '../plan.ts'
import { givenOf, within } from '../replayed.ts'
import type { Task } from '../task.ts'
import { planDepartments, requireHeads } from './departments.ts'
import { planCompanyGroups } from './groups.ts'
import { planHeads } from './heads.ts'
import { planJobs } from './jobs.ts'
import { planPeople } from './people.ts'
import { requireNow } from './plan-list.ts'
import type { PlannedCompany } from './planned-company.ts'
import { planRoles } from './roles.ts'
import { planWords } from './words.ts'

/** Tasks for the companies that are missing, and for what is missing in them. */
export async function planCompanies(planning: Planning): Promise<Task[]> {
  const { tx, findings, document } = planning
  const given = document.companies ?? []
  if (given.length === 0) return []
  findings.twice(given, 'name', ({ name, id }) => (id === undefined ? name : undefined))
  findings.twice(given, 'id', ({ id }) => id)
  const rows = await tx.all(everyCompany, {})
  const tasks: Task[] = []
  for (const company of given) {
    const planned = await meet(planning, company, rows)
    requireNow(planning, planned, company)
    if (planned.present) comparePresent(planning, planned.present, company)
    else tasks.push(makeCompany(planned))
    tasks.push(...planContent(planning, planned))
  }
  return tasks
}

/** Everything is planned before who is named by it is looked for; people have their ids before departments name them. */
function planContent(planning: Planning, planned: PlannedCompany): Task[] {
  const words = [...planWords(planning, planned), ...planJobs(planning, planned)]
  const departments = planDepartments(planning, planned)
  const { missing, draw, make } = planPeople(planning, planned)
  requireHeads(planning, planned)
  const groups = [...planCompanyGroups(planning, planned), ...planRoles(planning, planned)]
  return [...draw, ...words, ...departments, ...make, ...planHeads(planned, missing), ...groups]
}

async function meet({ tx, findings }: Planning, given: SeedCompany, rows: readonly CompanyRow[]): Promise<PlannedCompany> {
  const found = rows.filter(({ id, name }) => (given.id === undefined ? name === given.name : id === given.id))
  if (found.length > 1)
    findings.add(given, 'name', `there are ${found.length} companies called ${shown(given.name)}. Write the \`id\` too.`)
  const [row] = found
  // Nobody changes what is compared, until the end.
  if (row) await tx.run(holdStream, { tenant: companyStream(row.id) })
  const now = row && (await tx.first(findCompany, { id: row.id }))
  const present = now && (await readCompany(tx, now))
  return { given, present, asItStood: given.id !== undefined, id: row?.id, drawn: new Map(), ...namesOf(present, given) }
}

function namesOf(present: CompanyContent | undefined, { customAttributes = [] }: SeedCompany) {
  const { families = [], levels = [], departments = [], people = [], types = [], attributes = [], names } = present ?? {}
  return {
    families: new Map<string, string | undefined>(families.map(({ id, name }) => [name, id])),
    levels: new Map<string, string | undefined>(levels.map(({ id, name }) => [name, id])),
    departments: new Map<string, string | undefined>([
      [rootPath, rootDepartment],
      ...departments.map(({ id }) => [names?.department(id) ?? id, id] as const),
    ]),
    people: new Map<string, string | undefined>(people.flatMap(({ id, code_key }) => (code_key === null ? [] : [[code_key, id]]))),
    personIds: new Set(people.map(({ id }) => id)),
    attributeTypes: new Map([...attributes, ...customAttributes].map(({ id, type }) => [id, type])),
    types: new Map(types.flatMap(({ content_key, number }) => (content_key === null ? [] : [[content_key, number]]))),
  }
}

function comparePresent({ findings }: Planning, { row }: CompanyContent, given: SeedCompany): void {
  compare(findings, given, { name: row.name, createdAt: timeText(row.created_at) })
  if (!given.facts) return
  const { limits, ...facts } = companyOf(row).facts
  const found = factsContent(facts) as Readonly<Record<string, unknown>>
  for (const [name, wanted] of Object.entries(factsContent(factsOf(given.facts))))
    if (name !== 'limits') compareResolved(findings, given.facts, name, wanted, found[name] ?? undefined)
  if (given.facts.limits) compare(findings, given.facts.limits, limits)
}

function makeCompany(planned: PlannedCompany): Task {
  const { given } = planned
  return {
    makes: 'people company',
    holder: given,
    async run({ tx, ports }) {
      const id = given.id ?? newCompanyId(ports)
      const facts = withFacts(companyFacts, factsOf(givenOf(given.facts ?? {}) as NonNullable<SeedCompany['facts']>))
      await createCompany(within(tx, companyStream(id), timeOf(given.createdAt)), { id, name: given.name, facts })
      planned.id = id
    },
  }
}
