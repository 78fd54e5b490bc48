import { type Static, Type } from 'typebox'
import { changed, listOf, made, name, numbers, wholeNumber } from '../kinds.ts'
import { hexId, person, translated } from './kinds.ts'

const leaderSchema = Type.Object(
  { person: person('Who leads'), kind: Type.Optional(wholeNumber(1, '1 the main leader, 2 a deputy (default 1)')) },
  { additionalProperties: false, title: 'a leader: { person, kind }' },
)

const fields = {
  name: Type.String({
    pattern: '^[^/]*[^/\\s][^/]*$',
    maxLength: 1024,
    title: 'a text of 1 to 1024 characters without /',
    description: 'Its name, which no other department beside it has',
  }),
  id: hexId('od-', 32),
  code: Type.Optional(name('The id that the company gave it. Left out: one is drawn.')),
  i18nName: translated('Its name in other languages'),
  position: Type.Optional(wholeNumber(0, 'Smaller first among those beside it. Left out: behind them.')),
  leaders: listOf(leaderSchema, 'leaders', 'Who leads it'),
  partners: listOf(person('A partner'), 'people', 'Partners of human resources'),
  unit: Type.Optional(name('The id of the unit that it is bound to')),
  chat: Type.Optional(name('The id of its chat')),
  chatEmployeeTypes: Type.Optional(numbers('Numbers of the employee types that are in its chat')),
  codeChanges: Type.Optional(wholeNumber(0, 'How often its code was changed (default 0)')),
  createdAt: made,
  updatedAt: changed,
}

/** A department, and those below it. */
export const companyDepartmentSchema = Type.Cyclic(
  {
    companyDepartment: Type.Object(
      {
        ...fields,
        departments: Type.Optional(
          Type.Array(Type.Ref('companyDepartment'), { title: 'a list of departments', description: 'Departments below it' }),
        ),
      },
      { additionalProperties: false, title: 'a department' },
    ),
  },
  'companyDepartment',
)

export type SeedDepartment = Static<typeof companyDepartmentSchema>
