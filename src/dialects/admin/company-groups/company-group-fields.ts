import { type Static, Type } from 'typebox'
import type { CompanyGroup } from '../../../directory/company-groups/group.ts'
import { companyId } from '../companies/company-fields.ts'
import { time, timeOf } from '../fields.ts'

const groupId = Type.String({ pattern: '^[0-9A-Za-z]{1,64}$', description: 'Id of a user group. You choose it' })

export const groupParams = { company: companyId, group: groupId }

export const departmentParams = {
  ...groupParams,
  department: Type.String({ minLength: 1, maxLength: 64, description: "A department's od-… id, or the id that the company gave it" }),
}

export const personParams = {
  ...groupParams,
  person: Type.String({ minLength: 1, maxLength: 64, description: 'The id that the company gave the person' }),
}

export const groupName = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' })
export const description = Type.String({ maxLength: 500 })
export const kind = Type.Union([Type.Literal('normal'), Type.Literal('dynamic')], {
  description:
    'Dynamic: a rule says who is in it, and no vendor call changes it unless the fact dynamicGroups is on. A group keeps its kind',
})

const verbatim = (text: string) => Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()], { description: text })

export const rule = verbatim(
  'Kept and shown as it is, never applied: `dynamic_group_rule` and `department_scope_list` as the vendor has them. group.get answers 42029 for any other. ' +
    'Who is in the group is set with PutGroupPerson.',
)
export const visibility = verbatim('Kept and shown as it is: `visible_scope` as the vendor has it')

export const companyGroup = Type.Object({
  id: groupId,
  name: groupName,
  description,
  kind,
  rule,
  visibility,
  people: Type.Integer(),
  departments: Type.Integer(),
  createdAt: time,
  updatedAt: time,
})

export function showCompanyGroup(group: CompanyGroup): Static<typeof companyGroup> {
  return {
    id: group.id,
    name: group.name,
    description: group.description,
    kind: group.kind,
    rule: group.rule && { ...group.rule },
    visibility: group.visibility && { ...group.visibility },
    people: group.personCount,
    departments: group.departmentCount,
    createdAt: timeOf(group.createdAt),
    updatedAt: timeOf(group.updatedAt),
  }
}
