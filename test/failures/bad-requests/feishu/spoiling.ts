import { strangeJson, strangeNumber, strangeText } from '../strange-values.ts'
import { type Fitting, fitting, type Shape } from './fitting.ts'

/** JSON text that stands in the place of a value: what no value of JavaScript becomes. */
export class Raw {
  readonly json: string
  constructor(json: string) {
    this.json = json
  }
}

interface Spot {
  readonly within: Record<string, unknown>
  readonly name: string
  readonly shape: Shape
}

/** Every member that is declared, whether it is there or not, at any depth of what is there. */
function spotsOf({ properties = {} }: Shape, members: Record<string, unknown>): Spot[] {
  return Object.entries(properties).flatMap(([name, shape]): Spot[] => {
    const own = { within: members, name, shape }
    const value = members[name]
    const inside = (Array.isArray(value) ? value : [value]).flatMap((each) =>
      typeof each === 'object' && each !== null && !(each instanceof Raw)
        ? spotsOf(shape.items ?? shape, each as Record<string, unknown>)
        : [],
    )
    return [own, ...inside]
  })
}

/** Puts something wrong in the place of one declared member. */
export function spoilMember(shape: Shape, members: Record<string, unknown>, context: Fitting): void {
  const spots = spotsOf(shape, members)
  if (spots.length === 0) return
  const { within, name, shape: own } = context.random.pick(spots)
  if (context.random.chance(0.15)) delete within[name]
  else within[name] = spoiled(own, name, context)
}

function spoiled(shape: Shape, name: string, context: Fitting): unknown {
  const { random, things } = context
  const familiar = { texts: things.all }
  const beyond = pastBounds(shape, name, context)
  if (beyond.length > 0 && random.chance(0.4)) return random.pick(beyond)
  const share = random.next()
  if (share < 0.45) return strangeText(random, familiar)
  if (share < 0.55) return null
  if (share < 0.65) return new Raw(strangeNumber(random))
  if (share < 0.8) return random.pick([true, false, 0, -1, 1, 2 ** 31, 2 ** 53, 0.5, '', [], {}, [[]], ['', null], [1, 'a'], { id: {} }])
  return new Raw(strangeJson(random, familiar, 2))
}

/** Values just past what the schema allows, and just within. */
function pastBounds(shape: Shape, name: string, context: Fitting): unknown[] {
  const { random } = context
  if (shape.type === 'integer') {
    const { minimum = -1, maximum = 2 ** 31 } = shape
    return [minimum - 1, minimum, maximum, maximum + 1, minimum + 0.5, -(2 ** 31) - 1]
  }
  if (shape.type === 'string') {
    const letter = random.pick(['x', '名', '😀', ' '])
    return [shape.maxLength ?? 64, 255, 5000].flatMap((length) => [letter.repeat(length), letter.repeat(length + 1)])
  }
  if (shape.type !== 'array') return []
  const of = (length: number) => Array.from({ length }, () => fitting(shape.items ?? {}, name, context))
  const one = of(1)
  return [[], [...one, ...one], of(shape.maxItems ?? 50), of((shape.maxItems ?? 50) + 1), of(1100)]
}

/** The JSON of members, raw text where it was put. */
export function jsonOf(members: Record<string, unknown>): string {
  const raws: string[] = []
  const text = JSON.stringify(members, (_, value) => (value instanceof Raw ? `@raw${raws.push(value.json) - 1}@` : value))
  return text.replace(/"@raw(\d+)@"/g, (_, index) => raws[Number(index)] ?? 'null')
}
