import { type Static, Type } from 'typebox'
import { listOf, made, name } from '../kinds.ts'
import { companyDepartmentSchema } from './department.ts'
import { factsSchema } from './facts.ts'
import { groupSchema, roleSchema, unitSchema } from './group.ts'
import { hexId } from './kinds.ts'
import { personSchema } from './person.ts'
import { vocabularySchemas } from './vocabulary.ts'

export const companySchema = Type.Object(
  {
    name: name('Its name'),
    id: hexId('', 16),
    facts: Type.Optional(factsSchema),
    createdAt: made,
    ...vocabularySchemas,
    units: listOf(unitSchema, 'units', 'What departments are bound to'),
    departments: listOf(companyDepartmentSchema, 'departments', 'The departments below the root, with those below them'),
    people: listOf(personSchema, 'people', 'The people'),
    groups: listOf(groupSchema, 'groups', 'Groups of people'),
    roles: listOf(roleSchema, 'roles', 'Roles, with who holds them'),
  },
  { additionalProperties: false, title: 'a company' },
)

export type SeedCompany = Static<typeof companySchema>
export type SeedFacts = NonNullable<SeedCompany['facts']>
