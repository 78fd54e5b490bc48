import { plainSchema } from '../../../src/contract/derive/plain-schema.ts'
import type { Operation } from '../../../src/contract/operation.ts'
import { leastOf, placed, slotsOf, type Words, withWords, wordFor } from './slots.ts'

export interface Heard {
  readonly status: number
  /** The whole answer as it came, with what a rehearsal tells. */
  readonly text: string
}

/** Sends what an operation takes with the credentials of one tenant. */
export type Send = (operation: Operation, input: unknown, rehearsed: boolean) => Promise<Heard>

/** One request, of a thing of another tenant and of one that is nobody's. */
export interface Case {
  /** The operation with the place at which the thing is named. */
  readonly at: string
  readonly operation: Operation
  readonly theirs: unknown
  readonly nobodys: unknown
  /** How the thing is named, there and there. */
  readonly names: readonly [theirs: readonly string[], nobodys: readonly string[]]
}

export interface Sides {
  readonly ours: Words
  /** The same things of another tenant. */
  readonly theirs: Words
  readonly nobodys: Words
  /** Said in every request that takes them. */
  readonly always?: Words
}

/** A case for each place of each request at which something is named, and one with everything named at once. */
export function casesOf({ ours, theirs, nobodys, always = {} }: Sides, operations: readonly Operation[]): Case[] {
  return operations.flatMap((operation) => {
    const schema = plainSchema(operation.input)
    const { key, name } = operation
    const [least, other, none] = [ours, theirs, nobodys].map((words) => withWords(schema, name, leastOf(schema, name, words), always))
    const slots = slotsOf(schema, name, theirs)
    const single = slots.map(({ path, name: word }): Case => {
      const [their, nobody] = [wordFor(theirs, name, word), wordFor(nobodys, name, word)]
      const input = (named: unknown) => placed(schema, name, ours, least, path, named)
      return {
        at: `${key} ${path.join('.')}`,
        operation,
        theirs: input(their),
        nobodys: input(nobody),
        names: [[`${their}`], [`${nobody}`]],
      }
    })
    const said = (words: Words) => slots.map(({ name: word }) => `${wordFor(words, name, word)}`)
    return [...single, { at: key, operation, theirs: other, nobodys: none, names: [said(theirs), said(nobodys)] }]
  })
}

/** What is heard of a case that differs from what is heard of nobody's thing, or tells one of the secrets. */
export async function leaksOf(send: Send, cases: readonly Case[], secrets: readonly string[]): Promise<Record<string, string>> {
  const leaks: Record<string, string> = {}
  await inTurns(cases, async ({ at, operation, theirs, nobodys, names }) => {
    const [heard, other] = await Promise.all([send(operation, theirs, true), send(operation, nobodys, true)])
    const [left, right] = [plain(heard, names[0]), plain(other, names[1])]
    const told = toldIn(heard, names[0], secrets)
    if (left !== right) leaks[at] = `${left}, of nobody's: ${right}`
    if (told !== undefined) leaks[at] = `${told} in ${heard.text}`
  })
  return leaks
}

/** Does something for each of a list, for some of them at a time. */
export async function inTurns<Each>(list: readonly Each[], work: (each: Each) => Promise<unknown>): Promise<void> {
  const left = list.values()
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      for (const each of left) await work(each)
    }),
  )
}

/** The first secret that an answer tells, beside what was named in the request. */
export function toldIn({ text }: Heard, named: readonly string[], secrets: readonly string[]): string | undefined {
  return secrets.find((secret) => !named.some((name) => name.includes(secret)) && without(text, named, '').includes(secret))
}

const byChance = /"(RequestId|log_id|troubleshooter|requestId|instance)":"[^"]*"/g

/** What the answer says, whatever was named in it, and whatever was made by chance by a call that was not refused. */
function plain({ status, text }: Heard, named: readonly string[]): string {
  const said = without(text.replaceAll(byChance, ''), named, '<named>')
  const refused = status >= 400 || /"code":[1-9]|"Error":/.test(said)
  return `${status} ${refused ? said.replaceAll(/[0-9a-f]{8}[0-9a-f-]{6,}/g, '') : said.replaceAll(/:("[^"]*"|\d+)/g, ':')}`
}

function without(text: string, named: readonly string[], instead: string): string {
  const longest = named.toSorted((left, right) => right.length - left.length)
  return longest.reduce((rest, name) => rest.replaceAll(JSON.stringify(name).slice(1, -1), instead), text)
}
