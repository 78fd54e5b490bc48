import { type Described, spelled } from './user-attributes.ts'
import type { Entry } from './values.ts'
import { plainValue } from './values.ts'
import { Meaningless, Unclear } from './verdicts.ts'

/** One comparison: this part is equal to that. */
export interface Condition {
  readonly part: string
  readonly value: string | boolean
}

/** Any of these, of each of which all must hold. */
export type Choice = readonly (readonly Condition[])[]

/** `part eq value`, joined by `and` and `or`: RFC 7644 §3.4.2.2 without the rest. `literal` is the value as JSON. */
export function comparisonsIn(filter: string): { name: string; operator: string; literal: string }[][] {
  const tokens = filter.match(/"(?:[^"\\]|\\.)*"|[^\s"()[\]]+|\S/g) ?? []
  const groups: { name: string; operator: string; literal: string }[][] = [[]]
  for (let at = 0; at < tokens.length; at += 4) {
    const [name = '', operator = '', literal = '', joint] = tokens.slice(at, at + 4)
    if (!/^[\w$]+$/.test(name) || !/^\w+$/.test(operator) || !/^("|true$|false$)/i.test(literal)) throw new Unclear(`filter ${filter}`)
    groups.at(-1)?.push({ name, operator: operator.toLowerCase(), literal })
    if (joint === undefined) return groups
    if (/^or$/i.test(joint)) groups.push([])
    else if (!/^and$/i.test(joint)) throw new Unclear(`filter ${filter}`)
  }
  throw new Unclear(`filter ${filter}`)
}

/** What a quoted text in a filter stands for. */
export function textIn(literal: string): string {
  try {
    return JSON.parse(literal) as string
  } catch {
    throw new Unclear(`no text of JSON: ${literal}`)
  }
}

export function choiceIn({ parts }: Described, filter: string): Choice {
  return comparisonsIn(filter).map((all) =>
    all.map(({ name, operator, literal }) => {
      const part = spelled(parts, name)
      const form = part === undefined ? undefined : parts[part]
      if (part === undefined || form === undefined) throw new Meaningless(`no part ${name}`)
      if (operator !== 'eq' || form === 'kept') throw new Unclear(operator)
      return {
        part,
        value: plainValue(form, literal.startsWith('"') ? textIn(literal) : literal.toLowerCase() === 'true') as string | boolean,
      }
    }),
  )
}

const same = (left: unknown, right: unknown) =>
  typeof left === 'string' && typeof right === 'string' ? left.toLowerCase() === right.toLowerCase() : left === right

/** What does not say that it is preferred is not (RFC 7643 §2.4). */
export function isChosen(choice: Choice, entry: Entry): boolean {
  return choice.some((all) => all.every(({ part, value }) => same(part === 'primary' ? entry.primary === true : entry[part], value)))
}

/** What a value has that the choice would take, where it says so without `or` and without contradiction. */
export function assertedBy(choice: Choice): Entry | undefined {
  const [all = [], ...others] = choice
  const names = new Set(all.map(({ part }) => part))
  if (others.length > 0 || names.size < all.length) return undefined
  return Object.fromEntries(all.map(({ part, value }) => [part, value]))
}
