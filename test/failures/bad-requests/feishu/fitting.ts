import type { Seeded } from '../../../kit/seeded.ts'
import type { IdKinds, Things } from './things.ts'

/** What a schema of this wire says of a value. */
export interface Shape {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly items?: Shape
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
}

export interface Fitting {
  readonly random: Seeded
  readonly things: Things
  readonly kinds: IdKinds
}

/** Parameters that name people. A bare `id` and `members` do so too. */
const ofPeople = /(user_ids?|member_id|members|acceptor_user_ids?|hrbps|leaderID|^id)$/
const ofDepartments = /^(parent_)?departments?(_ids?)?$/

/** A value that the schema lets pass, and that means something where the name tells what. */
export function fitting(shape: Shape, name: string, context: Fitting): unknown {
  const { random } = context
  if (shape.enum) return kindOf(name, context) ?? random.pick(shape.enum)
  if (shape.type === 'object' || shape.properties) return fittingMembers(shape, context)
  if (shape.type === 'array') {
    const length = Math.max(shape.minItems ?? 0, random.between(1, 2))
    return Array.from({ length }, () => fitting(shape.items ?? {}, name, context))
  }
  if (shape.type === 'integer' || shape.type === 'number') {
    const least = shape.minimum ?? 0
    return least < 0 ? random.below(100) : random.between(least, Math.min(shape.maximum ?? 5, least + 9))
  }
  if (shape.type === 'boolean') return random.chance(0.5)
  return fittingText(shape, name, context)
}

/** Ids are said to be of the kind that they are, wherever that is said. */
function kindOf(name: string, { kinds }: Fitting): string | undefined {
  if (name === 'user_id_type' || name === 'member_id_type') return kinds.people
  return name === 'department_id_type' ? kinds.departments : undefined
}

/** What is required and some of the rest. */
export function fittingMembers({ properties = {}, required = [] }: Shape, context: Fitting): Record<string, unknown> {
  const { random } = context
  const share = random.pick([0, 0.1, 0.3, 0.6])
  const members: Record<string, unknown> = {}
  for (const [name, shape] of Object.entries(properties)) {
    if (required.includes(name) || random.chance(share)) members[name] = fitting(shape, name, context)
  }
  return members
}

function fittingText(shape: Shape, name: string, { random, things, kinds }: Fitting): string {
  const fresh = `n${random.below(100_000)}`
  if (name.startsWith('new_')) return fresh
  if (ofDepartments.test(name)) return things.department(random, kinds)
  if (ofPeople.test(name)) return things.person(random, kinds)
  if (/mobiles?$/.test(name) && random.chance(0.7)) return `+8613${random.between(100_000_000, 999_999_999)}`
  if (/emails?$/.test(name) && random.chance(0.7)) return `${fresh}@one.example`
  const known = things.known(random, name)
  if (known !== undefined && random.chance(0.9)) return known
  if (name === 'order' || name === 'join_time') return String(random.below(1000))
  if (/url$/.test(name)) return 'https://one.example/'
  return fresh.slice(0, shape.maxLength ?? 40)
}
