import { organizationQuotas, zoneQuotas } from '../../directory/limits.ts'
import type { SeedDocument } from '../schema/document.ts'
import type { SeedZone } from '../schema/zone.ts'
import { generatePeople, type Person } from './people.ts'
import { generatePeopleCompany } from './people-company.ts'
import { Random } from './random.ts'
import { generateTree } from './tree.ts'
import { companies, divisions, trades } from './words.ts'

export interface CompanySize {
  readonly people: number
  /** The same number makes the same company. */
  readonly random: number
}

/** A believable company of any size: its accounts in a tree of departments, its people in the groups of their trades, and in a company of their own. */
export function generateCompany({ people: count, random: seed }: CompanySize): SeedDocument {
  const random = new Random(seed)
  const [company, written] = random.pick(companies)
  const [trade, tradeWritten] = random.pick(trades)
  const name = `${company} ${trade} ${seed}`
  const entity = `${written}${tradeWritten}有限公司`
  const zone = `${company}-${trade}-${seed}`.toLowerCase()
  const people = generatePeople(random, count, zone)
  const { accounts, nodes, members } = generateTree(random, name, { entity, manager: name, accounts: 2 + Math.ceil(count / 25) })
  const groups = groupsOf(people)
  const limits = members.length >= organizationQuotas.members.default ? { limits: { members: members.length + 1 } } : {}
  return {
    rollcall: 1,
    accounts: [{ name, verification: 'enterprise', entity }, ...accounts],
    organizations: [{ manager: name, ...limits, nodes, members }],
    zones: [
      {
        manager: name,
        name: zone,
        ...quotasFor(people.length, groups),
        users: people.map(({ user }) => user),
        groups,
      },
    ],
    companies: [generatePeopleCompany(random, entity, people)],
  }
}

type Groups = NonNullable<SeedZone['groups']>

/** A group for every part of the company and for every trade, in teams where they are many. */
function groupsOf(people: readonly Person[]): Groups {
  const groups = new Map<string, { description: string; members: string[] }>()
  const put = (name: string, description: string, member: string) => {
    const group = groups.get(name) ?? { description, members: [] }
    group.members.push(member)
    groups.set(name, group)
  }
  for (const [index, { user, division, part }] of people.entries()) {
    const team = people.length > 500 ? `-team-${1 + (index % Math.ceil(people.length / 500))}` : ''
    put(`${division}${team}`, `Everybody in ${division}`, user.name)
    if (part !== undefined) put(`${division}-${part.replaceAll(' ', '-')}${team}`, `${part}, a part of ${division}`, user.name)
  }
  return [...groups]
    .map(([name, group]) => ({ name, ...group }))
    .sort((a, b) => order(a.name) - order(b.name) || (a.name < b.name ? -1 : 1))
}

const order = (group: string): number => divisions.findIndex(({ name }) => group.startsWith(name))

function quotasFor(users: number, groups: Groups): Pick<SeedZone, 'quotas'> {
  const largest = Math.max(0, ...groups.map(({ members = [] }) => members.length))
  const need = { users, groups: groups.length, usersPerGroup: largest }
  const beyond = Object.entries(need).filter(([name, count]) => count > zoneQuotas[name as keyof typeof need].default)
  return beyond.length > 0 ? { quotas: Object.fromEntries(beyond) } : {}
}
