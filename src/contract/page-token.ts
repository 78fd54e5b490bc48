import { keepable } from './json/keepable.ts'
import { parsedJson } from './json/parse-json.ts'

/** A place in a list as a text that clients hand back as they got it. */
export function writeToken(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** What a token says; undefined for a text that is none. Whoever reads it judges whether it is a place in his list. */
export function readToken(token: string): unknown {
  return parsedJson(Buffer.from(token, 'base64url').toString())
}

/** Whether a database can be asked for a value of a place: a token is no secret, so what is in it may be anybody's. */
export function askable(value: unknown): boolean {
  return typeof value === 'string' ? keepable(value) : Number.isSafeInteger(value)
}
