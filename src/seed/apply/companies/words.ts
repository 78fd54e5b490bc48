import { record } from '../../../directory/record.ts'
import { createUnit } from '../../../directory/units/create-unit.ts'
import {
  type AttributeDefinition,
  attributeRow,
  typesWithOptions,
} from '../../../directory/vocabularies/custom-attributes/custom-attribute.ts'
import { createAttribute } from '../../../directory/vocabularies/custom-attributes/define-attribute.ts'
import { builtInTypes, typeId } from '../../../directory/vocabularies/employee-types/built-in.ts'
import { createEmployeeType } from '../../../directory/vocabularies/employee-types/create-employee-type.ts'
import { type EmployeeType, employeeTypeRow } from '../../../directory/vocabularies/employee-types/employee-type.ts'
import { addCompanyName } from '../../../directory/vocabularies/names/add-name.ts'
import { changeCompanyName } from '../../../directory/vocabularies/names/change-name.ts'
import { type CompanyName, companyNameRow, type NameTable, nameKinds } from '../../../directory/vocabularies/names/company-name.ts'
import { insertUnit } from '../../../storage/tables/roles-and-units/units.ts'
import { companyNames } from '../../../storage/tables/vocabularies/company-names.ts'
import { insertCustomAttribute } from '../../../storage/tables/vocabularies/custom-attributes.ts'
import { insertEmployeeType } from '../../../storage/tables/vocabularies/employee-types.ts'
import { attributeContent, employeeTypeContent, nameContent, unitContent } from '../../content/companies/word-contents.ts'
import { timeOf } from '../../content/times.ts'
import type { SeedUnit } from '../../schema/companies/group.ts'
import type { SeedAttribute, SeedEmployeeType, SeedName } from '../../schema/companies/vocabulary.ts'
import { numbersBehind } from '../given-numbers.ts'
import type { Planning } from '../plan.ts'
import { drawing } from '../replayed.ts'
import type { Means, Task } from '../task.ts'
import { planList } from './plan-list.ts'
import { companyIdOf, inCompany, type PlannedCompany } from './planned-company.ts'
import { timesOf, translationsIn } from './times-of.ts'

/** Tasks for the words of a company that stand for themselves. */
export function planWords(planning: Planning, planned: PlannedCompany): Task[] {
  return [
    ...planAttributes(planning, planned),
    ...planTypes(planning, planned),
    ...planNames(planning, planned, 'job_titles'),
    ...planNames(planning, planned, 'work_cities'),
    ...planUnits(planning, planned),
  ]
}

function planAttributes(planning: Planning, planned: PlannedCompany): Task[] {
  const optionsOf = ({ options, defaultOption }: SeedAttribute) => options && { list: options, defaultOption }
  return planList<SeedAttribute>(planning, planned, {
    list: planned.given.customAttributes,
    member: 'id',
    keyOf: ({ id }) => id,
    present: new Map(planned.present?.attributes.map((row) => [row.id, attributeContent(row)])),
    makes: 'custom attribute',
    async judged(given, { tx, ports }) {
      const { id, type, open = true } = given
      const wanted = { type, open, i18nName: translationsIn(given.i18nName), options: optionsOf(given) }
      await createAttribute(inCompany(tx, planned), drawing(ports, { numbers: { 14: Number(id.slice(2)) } }), companyIdOf(planned), wanted)
    },
    async restored(given, { tx }) {
      const { id, type, open = true, options = [], defaultOption = '' } = given
      const list = options.map((option) => ({ id: option.id, value: option.value, name: option.name ?? '' }))
      const kept = typesWithOptions.includes(type) ? { type: type === 'PICTURE_ENUM' ? 'PICTURE' : 'TEXT', defaultOption, list } : null
      const attribute: AttributeDefinition = {
        id,
        type,
        open,
        i18nName: translationsIn(given.i18nName),
        options: kept,
        ...timesOf(given, tx),
      }
      await tx.run(insertCustomAttribute, attributeRow(companyIdOf(planned), attribute))
      const after = { attribute, open: open ? [id] : [] }
      record(inCompany(tx, planned), { kind: 'custom_attribute_changed', subject: id, before: { attribute: null, open: [] }, after })
    },
  })
}

function planTypes(planning: Planning, planned: PlannedCompany): Task[] {
  const present = planned.present?.types ?? []
  const list = planned.given.employeeTypes ?? []
  const next = numbersBehind(
    [{ id: builtInTypes.length }],
    present.map(({ number }) => ({ id: number })),
    list.map(({ number = 0 }) => ({ id: number })),
  )
  const textsOf = ({ i18nContent, deletedAt }: SeedEmployeeType) => {
    const texts = translationsIn(i18nContent)
    return deletedAt !== undefined || texts.length === 0 ? undefined : JSON.stringify(texts)
  }
  const key = ({ content, number, deletedAt }: Pick<SeedEmployeeType, 'content' | 'number' | 'deletedAt'>) =>
    deletedAt === undefined ? content : `${content} ${number}`
  return planList<SeedEmployeeType>(planning, planned, {
    list,
    member: 'content',
    keyOf: key,
    present: new Map(present.map((row) => [key(employeeTypeContent(row)), employeeTypeContent(row)])),
    makes: 'employee type',
    alone: [
      { member: 'number', of: ({ number }) => number, taken: present.map(({ number }) => number), wayOut: 'Leave it out.' },
      {
        ...{ member: 'i18nContent', of: textsOf, wayOut: 'Give it another.' },
        taken: present.flatMap(({ i18n_content_key }) => i18n_content_key ?? []),
      },
    ],
    async judged({ content, i18nContent, active = true }, { tx, ports }) {
      const wanted = { content, i18nContent: translationsIn(i18nContent), active }
      planned.types.set(content, (await createEmployeeType(inCompany(tx, planned), ports, companyIdOf(planned), wanted)).number)
    },
    async restored(given, { tx, ports }) {
      const { content, active = true } = given
      const id = given.id ?? typeId(ports.ids.hex(32))
      const number = given.number ?? next()
      const i18nContent = translationsIn(given.i18nContent)
      const type: EmployeeType = { id, number, content, i18nContent, builtIn: false, active, ...timesOf(given, tx) }
      const row = employeeTypeRow(companyIdOf(planned), type)
      const deleted = timeOf(given.deletedAt)
      const gone = { content_key: null, i18n_content_key: null, deleted_at: deleted ?? null }
      await tx.run(insertEmployeeType, deleted === undefined ? row : { ...row, ...gone })
      planned.types.set(deleted === undefined ? content : `${content} ${number}`, number)
      record(inCompany(tx, planned), { kind: 'employee_type_created', subject: id, after: type })
      if (deleted !== undefined) record(inCompany(tx, planned), { kind: 'employee_type_deleted', subject: id, before: type })
    },
  })
}

function planNames(planning: Planning, planned: PlannedCompany, table: NameTable): Task[] {
  const [list, present] =
    table === 'job_titles' ? [planned.given.jobTitles, planned.present?.titles] : [planned.given.workCities, planned.present?.cities]
  return planList<SeedName>(planning, planned, {
    list,
    member: 'name',
    keyOf: ({ name }) => name,
    present: new Map(present?.map((row) => [row.name, nameContent(row)])),
    makes: table === 'job_titles' ? 'job title' : 'work city',
    async judged({ name, id, i18nName, enabled = true }, { tx, ports }) {
      const own = inCompany(tx, planned)
      const wanted = { name, i18nName: translationsIn(i18nName) }
      const made = await addCompanyName(own, drawing(ports, { hex: id }), companyIdOf(planned), table, wanted)
      if (!enabled) await changeCompanyName(own, companyIdOf(planned), { table, id: made.id }, { enabled })
    },
    async restored(given, { tx, ports }) {
      const { name, enabled = true } = given
      const id = given.id ?? ports.ids.hex(12)
      const { createdAt } = timesOf(given, tx)
      const kept: CompanyName = { id, name, i18nName: translationsIn(given.i18nName), enabled, createdAt }
      await tx.run(companyNames[table].insert, companyNameRow(companyIdOf(planned), kept))
      record(inCompany(tx, planned), { kind: nameKinds[table].created, subject: id, after: kept })
    },
  })
}

function planUnits(planning: Planning, planned: PlannedCompany): Task[] {
  return planList<SeedUnit>(planning, planned, {
    list: planned.given.units,
    member: 'id',
    keyOf: ({ id }) => id,
    present: new Map(planned.present?.units.map((row) => [row.id, unitContent(row)])),
    makes: 'unit',
    alone: [
      {
        ...{ member: 'name', of: ({ type, name }) => JSON.stringify([type, name]), wayOut: 'Give it another.' },
        taken: planned.present?.units.map(({ unit_type, name }) => JSON.stringify([unit_type, name])) ?? [],
      },
    ],
    judged: ({ id, name, type }, { tx, ports }: Means) =>
      createUnit(inCompany(tx, planned), ports, companyIdOf(planned), { id, name, type }),
    async restored(given, { tx }) {
      const { id, name, type } = given
      const unit = { id, name, type, ...timesOf(given, tx) }
      const times = { created_at: unit.createdAt, updated_at: unit.updatedAt }
      await tx.run(insertUnit, { company: companyIdOf(planned), id, name, unit_type: type, ...times })
      record(inCompany(tx, planned), { kind: 'unit_created', subject: id, after: unit })
    },
  })
}
