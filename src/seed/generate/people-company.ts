import type { SeedCompany } from '../schema/companies/company.ts'
import type { SeedDepartment } from '../schema/companies/department.ts'
import type { SeedPerson } from '../schema/companies/person.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'
import { divisions } from './words.ts'

const levels = ['P4', 'P5', 'P6', 'P7', 'P8']
const cities = ['北京', '上海', '深圳', '杭州', '成都', 'Singapore']

/** The same people as a company of people: in departments that the first of each leads, with jobs, and a group for each division. */
export function generatePeopleCompany(random: Random, name: string, people: readonly Person[]): SeedCompany {
  const members = people.map((person, index) => memberOf(random, person, index))
  const firstIn = new Map<string, string>()
  for (const { code, departments: [seat] = [] } of members) if (typeof seat === 'string' && !firstIn.has(seat)) firstIn.set(seat, code)
  const led = (path: string): Pick<SeedDepartment, 'leaders'> => {
    const first = firstIn.get(path)
    return first === undefined ? {} : { leaders: [{ person: first }] }
  }
  return {
    name,
    id: Array.from({ length: 16 }, () => random.pick([...'0123456789abcdef'])).join(''),
    employeeTypes: [{ content: 'Expert', i18nContent: { zh_cn: '专家' } }],
    jobFamilies: divisions.map(({ name: division }) => ({ name: division })),
    jobLevels: levels.map((level) => ({ name: level })),
    workCities: cities.map((city) => ({ name: city })),
    departments: divisions.map(({ name: division, parts }) => ({
      name: division,
      ...led(division),
      departments: parts.map((part) => ({ name: part, ...led(`${division}/${part}`) })),
    })),
    people: members,
    groups: divisions.map(({ name: division }) => ({
      name: `${division} people`,
      departments: [division],
      people: people.flatMap((person) => (person.division === division ? [person.user.name] : [])),
    })),
    roles: [{ name: 'Department administrator', members: rolesOf(firstIn) }],
  }
}

function memberOf(random: Random, { user, division, part }: Person, index: number): SeedPerson {
  const { name: code, displayName = code, firstName, lastName, email, status, description = '' } = user
  return {
    code,
    name: displayName,
    enName: `${firstName} ${lastName}`,
    departments: [part === undefined ? division : `${division}/${part}`],
    mobile: `+86139${String(index).padStart(8, '0')}`,
    ...(email !== undefined && { email }),
    ...(random.chance(5) && { employeeType: 'Expert' }),
    jobTitle: description,
    jobFamily: division,
    jobLevel: random.pick(levels),
    city: random.pick(cities),
    ...(status === 'disabled' && { frozen: true }),
    activated: true,
  }
}

function rolesOf(firstIn: ReadonlyMap<string, string>) {
  const departments = Map.groupBy([...firstIn.keys()].sort(), (path) => firstIn.get(path) as string)
  return [...departments].slice(0, 20).map(([person, paths]) => ({ person, departments: paths }))
}
