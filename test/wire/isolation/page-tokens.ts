import { plainSchema } from '../../../src/contract/derive/plain-schema.ts'
import type { Operation } from '../../../src/contract/operation.ts'
import { type Send, type Sides, toldIn } from './compare.ts'
import { leastOf, type Words, withWords } from './slots.ts'

/** One item a page, in the words of each wire. */
const onePerPage: Words = { MaxResults: 1, page_size: 1, 'department.search.page_size': 1 }

const given = /"(?:NextToken|page_token)":"([^"]+)"/

/** Goes on in lists of ours with tokens that were given for the same lists of theirs, and for theirs; tells what is heard of theirs. */
export async function toldByTokens(
  { ours, theirs, always = {} }: Omit<Sides, 'nobodys'>,
  [send, sendTheirs]: readonly [ours: Send, theirs: Send],
  operations: readonly Operation[],
  secrets: readonly string[],
): Promise<{ readonly told: string[]; readonly lists: string[] }> {
  const told: string[] = []
  const lists: string[] = []
  for (const operation of operations) {
    const schema = plainSchema(operation.input)
    const { name, key } = operation
    const least = (words: Words, more: Words) =>
      withWords(schema, name, leastOf(schema, name, words), { ...always, ...onePerPage, ...more })
    const [, token] = given.exec((await sendTheirs(operation, least(theirs, {}), false)).text) ?? []
    if (token === undefined) continue
    lists.push(key)
    for (const words of [ours, theirs]) {
      const heard = await send(operation, least(words, { NextToken: token, page_token: token }), false)
      const secret = toldIn(heard, [token, ...Object.values(words === theirs ? theirs : {}).map(String)], secrets)
      if (secret !== undefined) told.push(`${key}: ${secret} in ${heard.text}`)
    }
  }
  return { told, lists }
}
