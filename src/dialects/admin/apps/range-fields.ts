import { type Static, Type } from 'typebox'
import { type NamesOfRange, namesOfRanges, type RangeNames } from '../../../directory/ranges/named-range.ts'
import type { Range } from '../../../directory/ranges/range.ts'
import type { Reader } from '../../../directory/session.ts'
import { invalid } from '../findings.ts'
import { strictObject } from '../strict-object.ts'

const given = (description: string) =>
  Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { maxItems: 10_000, description }))

/** How a range is given. What `shownRange` shows of one can be given as it is, and means the same. */
export const range = strictObject(
  {
    all: Type.Optional(Type.Boolean({ description: 'True: all of the company, without lists or with empty ones. Default false' })),
    departments: given('Departments with all that is below them: od-… ids, or ids of the company’s own'),
    people: given('People: ids of the company’s own, the vendor’s user_id'),
    groups: given('User groups by id, with who is in them'),
  },
  {
    description:
      'What the app may see and touch with a tenant token: all of the company (default), or what is named. A range is taken as it is shown',
  },
)

const shownIds = (description: string) => Type.Array(Type.String(), { description })

export const shownRange = Type.Object({
  all: Type.Boolean({ description: 'Whether it is all of the company; the lists are empty then' }),
  departments: shownIds('By their od-… ids'),
  people: shownIds('By the company’s own ids, the vendor’s user_id. Who resigns leaves every range'),
  groups: shownIds('By their ids'),
})

/** The facts with which an operation refuses what a range names. */
export const rangeRefusals = ['department_not_found', 'person_not_found', 'person_resigned', 'company_group_not_found'] as const

/** The range that a body gives; `/body/range/…` is to blame for lists beside all of the company. */
export function rangeTold({ all: whole, ...lists }: Static<typeof range>): RangeNames {
  if (!whole) return { all: false, ...lists }
  const beside = Object.entries(lists).find(([, list]) => list.length > 0)
  if (!beside) return { all: true }
  throw invalid(`/body/range/${beside[0]}`, {
    en: 'must be empty or left out where `all` is true, which is all of the company already',
    zh: '在 `all` 为 true（即全企业）时应为空或不传',
  })
}

/** Ranges as they are shown, in order. */
export async function showRanges(reader: Reader, company: string, ranges: readonly Range[]): Promise<Static<typeof shownRange>[]> {
  return (await namesOfRanges(reader, company, ranges)).map(shown)
}

export async function showRange(reader: Reader, company: string, seen: Range): Promise<Static<typeof shownRange>> {
  const [one] = await showRanges(reader, company, [seen])
  return one as Static<typeof shownRange>
}

function shown(seen: NamesOfRange): Static<typeof shownRange> {
  if (seen.all) return { all: true, departments: [], people: [], groups: [] }
  return { all: false, departments: [...seen.departments], people: [...seen.people], groups: [...seen.groups] }
}
