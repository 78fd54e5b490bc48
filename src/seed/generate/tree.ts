import type { SeedAccount } from '../schema/account.ts'
import type { SeedMember } from '../schema/member.ts'
import type { SeedNode } from '../schema/node.ts'
import type { Random } from './random.ts'
import { divisions, environments } from './words.ts'

interface Asked {
  readonly entity: string
  readonly manager: string
  readonly accounts: number
}

/** Departments after the divisions of the company, and accounts in them: one for each environment of what a part builds. */
export function generateTree(random: Random, company: string, { entity, manager, accounts: count }: Asked) {
  const nodes: SeedNode[] = divisions.map(({ name, parts }) => ({
    name,
    remark: `Accounts of ${name}`,
    nodes: parts.map((part) => ({ name: `${name} ${part}` })),
  }))
  const accounts: SeedAccount[] = []
  const members: SeedMember[] = []
  for (let index = 0; index < count; index++) {
    const division = random.pick(divisions)
    const part = random.pick<string>(division.parts)
    const environment = environments[index % environments.length] ?? 'production'
    const name = `${part} ${environment} ${index + 1}`
    const made = random.chance(80)
    accounts.push({ name: `${company} ${name}`, verification: 'enterprise', entity, ...(made && { createdIn: manager }) })
    const tags = random.chance(30) ? { tags: [{ key: 'environment', value: environment }] } : {}
    members.push({ account: `${company} ${name}`, name, node: `${division.name}/${division.name} ${part}`, ...tags })
  }
  return { accounts, nodes, members }
}
