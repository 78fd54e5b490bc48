import { keysOf } from '../../../directory/people/keys-of-person.ts'
import { personContent, seatContent } from '../../content/companies/people-contents.ts'
import { shown } from '../../read/finding.ts'
import type { SeedPerson } from '../../schema/companies/person.ts'
import { compare } from '../compare.ts'
import type { Planning } from '../plan.ts'
import { seatsOf } from './person-in.ts'
import { requireNow } from './plan-list.ts'
import { keyIn, type PlannedCompany, plainPath, requireKnown } from './planned-company.ts'

/** The people of the document that the directory lacks; the others are compared. Who is there is found by his code, who has resigned by his id. */
export function findPresent(planning: Planning, planned: PlannedCompany): SeedPerson[] {
  const { findings } = planning
  const given = planned.given.people ?? []
  const key = ({ code, id, resignedAt }: Pick<SeedPerson, 'code' | 'id' | 'resignedAt'>) =>
    resignedAt === undefined ? code : `resigned ${id}`
  findings.twice(given, 'code', key)
  findings.twice(given, 'id', ({ id }) => id)
  const { present } = planned
  const rows = new Map(present?.people.map((row) => [row.code_key ?? `resigned ${row.id}`, row]))
  const missing: SeedPerson[] = []
  for (const person of given) {
    requireNow(planning, planned, person)
    for (const seat of person.departments ?? []) if (typeof seat === 'object') requireNow(planning, planned, seat)
    if (person.resignedAt !== undefined && person.id === undefined)
      findings.add(person, 'resignedAt', 'who has resigned is found by his id. Write his `id` too.')
    const row = rows.get(key(person))
    if (!present || !row) missing.push(person)
    else {
      const { employeeType, ...content } = personContent(row, present.names)
      const type =
        typeof person.employeeType === 'string'
          ? planned.types.get(person.employeeType) === employeeType
            ? person.employeeType
            : employeeType
          : employeeType
      compare(findings, person, { ...content, employeeType: type })
      compareSeats(planning, planned, person, row.id)
    }
  }
  requireFree(planning, planned, missing)
  return missing
}

function compareSeats({ findings }: Planning, { present }: PlannedCompany, person: SeedPerson, id: string): void {
  if (!present || !person.departments) return
  const held = new Map(
    (present.seats.get(id) ?? []).map((seat) => [present.names.department(seat.department), seatContent(seat, present.names)]),
  )
  const given = seatsOf(person).map((seat) => ({ seat, path: plainPath(seat.department) }))
  const paths = given.map(({ path }) => path).sort()
  compare(findings, person, JSON.stringify(paths) === JSON.stringify([...held.keys()].sort()) ? {} : { departments: [...held.keys()] })
  for (const { seat, path } of given) {
    const there = held.get(path)
    if (there && person.departments.includes(seat)) compare(findings, seat, { ...there, department: seat.department })
  }
}

/** Complains of what only one person of a company has and two are to have. */
function requireFree({ findings }: Planning, { given: { people = [] }, present }: PlannedCompany, missing: readonly SeedPerson[]): void {
  const active = people.filter(({ resignedAt }) => resignedAt === undefined)
  const keys = { email: 'email_key', mobile: 'mobile_key', enterpriseEmail: 'enterprise_email_key', employeeNo: 'employee_no_key' } as const
  const keysIn = ({ code, email = '', mobile = '', enterpriseEmail = '', employeeNo = '' }: SeedPerson) =>
    keysOf({ code, email, mobile, enterpriseEmail, employeeNo })
  for (const [member, key] of Object.entries(keys) as [keyof typeof keys, (typeof keys)[keyof typeof keys]][]) {
    findings.twice(active, member, (person) => keysIn(person)[key] ?? undefined)
    const taken = new Set(present?.people.map((row) => row[key]))
    for (const person of missing) {
      const own = person.resignedAt === undefined ? keysIn(person)[key] : null
      if (own !== null && taken.has(own)) findings.add(person, member, `somebody else in the company has ${shown(own)}. Give him another.`)
    }
  }
  const ids = new Set(present?.people.map(({ id }) => id))
  for (const person of missing)
    if (person.id !== undefined && ids.has(person.id)) findings.add(person, 'id', `somebody else has the id ${person.id}. Leave it out.`)
}

/** Complains of what people name and the company does not have. */
export function requirePeople(planning: Planning, planned: PlannedCompany): void {
  for (const person of planned.given.people ?? []) {
    requireKnown(planning, planned, 'families', [person, 'jobFamily'], person.jobFamily)
    requireKnown(planning, planned, 'levels', [person, 'jobLevel'], person.jobLevel)
    requireKnown(planning, planned, 'people', [person, 'leader'], person.leader)
    const { departments = [], dottedLeaders = [], customAttributes = [], posts = [] } = person
    const seen = new Set<string>()
    departments.forEach((seat, place) => {
      const department = typeof seat === 'string' ? seat : seat.department
      requireKnown(planning, planned, 'departments', [departments, place], department)
      const key = keyIn(planned, 'departments', department)
      if (seen.has(key)) planning.findings.add(departments, place, 'stands among his departments already. Name each once.')
      seen.add(key)
    })
    dottedLeaders.forEach((leader, place) => {
      requireKnown(planning, planned, 'people', [dottedLeaders, place], leader)
    })
    for (const post of posts) {
      requireKnown(planning, planned, 'departments', [post, 'department'], post.department)
      requireKnown(planning, planned, 'people', [post, 'leader'], post.leader)
    }
    for (const value of customAttributes) {
      requireKnown(planning, planned, 'people', [value, 'person'], value.person)
      if (!planned.attributeTypes.has(value.attribute))
        planning.findings.missing(
          value,
          'attribute',
          `the company has no custom attribute ${value.attribute}. Write it under \`customAttributes\`.`,
        )
    }
    requireType(planning, planned, person)
  }
}

function requireType({ findings }: Planning, planned: PlannedCompany, person: SeedPerson): void {
  const { employeeType } = person
  if (typeof employeeType !== 'string' || planned.types.has(employeeType)) return
  if (planned.given.employeeTypes?.some(({ content }) => content === employeeType)) return
  const text = `the company has no employee type that says ${shown(employeeType)}. Write it under \`employeeTypes\`.`
  findings.missing(person, 'employeeType', text, planned.types.keys(), employeeType)
}
