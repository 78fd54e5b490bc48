import type { SeedUser } from '../schema/zone.ts'
import type { Random } from './random.ts'
import { divisions, englishFirst, englishLast, families, givenNames } from './words.ts'

export interface Person {
  readonly user: SeedUser
  /** The part of the company, and the part of that, where the person works. */
  readonly division: string
  readonly part: string | undefined
}

/** People with names of their own, most of them Chinese. A few have left, some are in no part of a division yet. */
export function generatePeople(random: Random, count: number, domain: string): Person[] {
  const taken = new Map<string, number>()
  return Array.from({ length: count }, () => {
    const { firstName, lastName, displayName } = random.chance(85) ? chinese(random) : english(random)
    const plain = `${lastName}.${firstName}`.toLowerCase()
    const before = taken.get(plain) ?? 0
    taken.set(plain, before + 1)
    const name = before === 0 ? plain : `${plain}${before + 1}`
    const division = random.pick(divisions)
    const description = random.pick<string>(division.work)
    const user: SeedUser = { name, firstName, lastName, displayName, description, email: `${name}@${domain}.example` }
    if (random.chance(3)) user.status = 'disabled'
    return { user, division: division.name, part: random.chance(90) ? random.pick<string>(division.parts) : undefined }
  })
}

function chinese(random: Random) {
  const [family, lastName] = random.pick(families)
  const [given, firstName] = random.pick(givenNames)
  return { firstName, lastName, displayName: `${family}${given}` }
}

function english(random: Random) {
  const firstName = random.pick(englishFirst)
  const lastName = random.pick(englishLast)
  return { firstName, lastName, displayName: `${firstName} ${lastName}` }
}
