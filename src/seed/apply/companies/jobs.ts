import { record } from '../../../directory/record.ts'
import { createJobFamily } from '../../../directory/vocabularies/job-families/create-job-family.ts'
import { type JobFamily, jobFamilyRow } from '../../../directory/vocabularies/job-families/job-family.ts'
import { createJobLevel } from '../../../directory/vocabularies/job-levels/create-job-level.ts'
import { lastOrder, requireFreeOrder } from '../../../directory/vocabularies/job-levels/free-order.ts'
import { type JobLevel, jobLevelRow } from '../../../directory/vocabularies/job-levels/job-level.ts'
import { insertJobFamily } from '../../../storage/tables/vocabularies/job-families.ts'
import { countJobLevels, insertJobLevel } from '../../../storage/tables/vocabularies/job-levels.ts'
import { familyContent, levelContent } from '../../content/companies/word-contents.ts'
import type { SeedFamily, SeedLevel } from '../../schema/companies/vocabulary.ts'
import type { Planning } from '../plan.ts'
import { drawing } from '../replayed.ts'
import type { Means, Task } from '../task.ts'
import { planList } from './plan-list.ts'
import { companyIdOf, inCompany, knownId, type PlannedCompany, requireKnown } from './planned-company.ts'
import { timesOf, translationsIn } from './times-of.ts'

/** Tasks for the job families and levels of a company that are missing. */
export function planJobs(planning: Planning, planned: PlannedCompany): Task[] {
  return [...planFamilies(planning, planned), ...planLevels(planning, planned)]
}

function planFamilies(planning: Planning, planned: PlannedCompany): Task[] {
  const given = planned.given.jobFamilies ?? []
  const list = fromTheTop(given)
  for (const family of new Set(given).difference(new Set(list)))
    planning.findings.add(family, 'parent', 'lies below the family itself. Name another, or leave it out.')
  for (const { name } of list) if (!planned.families.has(name)) planned.families.set(name, undefined)
  for (const family of list) requireKnown(planning, planned, 'families', [family, 'parent'], family.parent)
  const { present } = planned
  return planList<SeedFamily>(planning, planned, {
    list,
    member: 'name',
    keyOf: ({ name }) => name,
    present: new Map(present?.families.map((row) => [row.name, familyContent(row, present.names)])),
    makes: 'job family',
    async judged(given, { tx, ports }) {
      const { name, id, parent, description, enabled = true } = given
      const wanted = { name, description, enabled, parent: parent && knownId(planned, 'families', parent), ...textsOf(given) }
      const made = await createJobFamily(inCompany(tx, planned), drawing(ports, { text: id?.slice(3) }), companyIdOf(planned), wanted)
      planned.families.set(name, made.id)
    },
    async restored(given, { tx, ports }) {
      const { name, parent, description = '', enabled = true } = given
      const id = given.id ?? `mga${ports.ids.text(12)}`
      const above = parent === undefined ? '' : knownId(planned, 'families', parent)
      const family: JobFamily = { id, name, description, parent: above, enabled, ...textsOf(given), ...timesOf(given, tx) }
      await tx.run(insertJobFamily, jobFamilyRow(companyIdOf(planned), family))
      planned.families.set(name, id)
      record(inCompany(tx, planned), { kind: 'job_family_created', subject: id, after: family })
    },
  })
}

/** Each behind its parent, whatever the order in the document; without those that go round in a circle. */
function fromTheTop(list: readonly SeedFamily[]): SeedFamily[] {
  const named = new Set(list.map(({ name }) => name))
  const below = Map.groupBy(list, ({ parent }) => (parent !== undefined && named.has(parent) ? parent : undefined))
  const ordered: SeedFamily[] = [...(below.get(undefined) ?? [])]
  for (const { name } of ordered) ordered.push(...(below.get(name) ?? []))
  return ordered
}

function planLevels(planning: Planning, planned: PlannedCompany): Task[] {
  const list = planned.given.jobLevels ?? []
  for (const { name } of list) if (!planned.levels.has(name)) planned.levels.set(name, undefined)
  planning.findings.twice(list, 'order', ({ order }) => order)
  return planList<SeedLevel>(planning, planned, {
    list,
    member: 'name',
    keyOf: ({ name }) => name,
    present: new Map(planned.present?.levels.map((row) => [row.name, levelContent(row)])),
    makes: 'job level',
    async judged(given, { tx, ports }) {
      const { name, id, description, order, enabled = true } = given
      const wanted = { name, description, order, enabled, ...textsOf(given) }
      const made = await createJobLevel(inCompany(tx, planned), drawing(ports, { text: id?.slice(3) }), companyIdOf(planned), wanted)
      planned.levels.set(name, made.id)
    },
    restored: (given, means) => restoreLevel(planned, given, means),
  })
}

async function restoreLevel(planned: PlannedCompany, given: SeedLevel, { tx, ports }: Means): Promise<void> {
  const { name, description = '', enabled = true } = given
  const company = companyIdOf(planned)
  const id = given.id ?? `mga${ports.ids.text(12)}`
  const order = given.order ?? lastOrder((await tx.first(countJobLevels, { company }))?.last ?? null)
  await requireFreeOrder(tx, company, order)
  const level: JobLevel = { id, name, description, order, enabled, ...textsOf(given), ...timesOf(given, tx) }
  await tx.run(insertJobLevel, jobLevelRow(company, level))
  planned.levels.set(name, id)
  record(inCompany(tx, planned), { kind: 'job_level_created', subject: id, after: level })
}

function textsOf({ i18nName, i18nDescription }: Pick<SeedFamily, 'i18nName' | 'i18nDescription'>) {
  return { i18nName: translationsIn(i18nName), i18nDescription: translationsIn(i18nDescription) }
}
