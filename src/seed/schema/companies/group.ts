import { type Static, Type } from 'typebox'
import { changed, listOf, made, moment, name, oneOf, text, yesNo } from '../kinds.ts'
import { department, hexId, person } from './kinds.ts'

const joinedAt = Type.Optional(moment('When it came in. Left out: now.'))

const groupPersonSchema = Type.Union(
  [person('The person'), Type.Object({ person: person('The person'), joinedAt }, { additionalProperties: false, title: 'a member' })],
  { title: 'a person: his code, or { person, joinedAt }' },
)
const groupDepartmentSchema = Type.Union(
  [
    department('The department'),
    Type.Object({ department: department('The department'), joinedAt }, { additionalProperties: false, title: 'a member' }),
  ],
  { title: 'a department: its path, or { department, joinedAt }' },
)

/** What a wire sent and the directory keeps as it was: JSON in a text. */
const verbatim = (description: string) => Type.Optional(text(65_536, `${description}, as JSON`))

export const groupSchema = Type.Object(
  {
    name: name('Its name, which no other group of the company has'),
    id: Type.Optional(name('Its id. Left out: a new one is drawn.')),
    description: Type.Optional(text(4096, 'A description')),
    kind: Type.Optional(oneOf(['normal', 'dynamic'], 'Who is in a dynamic one follows from its rule. Default normal.')),
    rule: verbatim('Its rule'),
    visibility: verbatim('Where it is seen'),
    people: listOf(groupPersonSchema, 'people', 'Who is in it'),
    departments: listOf(groupDepartmentSchema, 'departments', 'Departments that are in it'),
    createdAt: made,
    updatedAt: changed,
  },
  { additionalProperties: false, title: 'a group' },
)

const roleMemberSchema = Type.Object(
  {
    person: person('Who holds it'),
    scope: Type.Optional(oneOf(['all', 'none'], 'For all of the company, or for nothing yet. Left out: for the departments, or for none.')),
    departments: listOf(department('A department'), 'departments', 'For which departments'),
    joinedAt,
  },
  { additionalProperties: false, title: 'a holder: { person, scope }' },
)

export const roleSchema = Type.Object(
  {
    name: name('Its name, which no other role of the company has'),
    id: hexId('', 16),
    system: Type.Optional(yesNo('It came with the company, and keeps its name (default false)')),
    members: listOf(roleMemberSchema, 'holders', 'Who holds it'),
    createdAt: made,
    updatedAt: changed,
  },
  { additionalProperties: false, title: 'a role' },
)

export const unitSchema = Type.Object(
  {
    name: name('Its name, which no other unit of its type has'),
    type: name('Its type'),
    id: name('Its id, by which departments name it'),
    createdAt: made,
    updatedAt: changed,
  },
  { additionalProperties: false, title: 'a unit: { name, type, id }' },
)

export type SeedCompanyGroup = Static<typeof groupSchema>
export type SeedRole = Static<typeof roleSchema>
export type SeedRoleMember = Static<typeof roleMemberSchema>
export type SeedUnit = Static<typeof unitSchema>
