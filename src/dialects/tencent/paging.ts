import { hash } from 'node:crypto'
import { Type } from 'typebox'
import { askable, readToken, writeToken } from '../../contract/page-token.ts'
import { Refused } from '../../directory/refusals.ts'

/** The two parameters of this paging style. `refusal` is the code for a page size out of range, where it is not the common one. */
export function pagingInput(refusal?: string) {
  return {
    NextToken: Type.Optional(Type.String()),
    MaxResults: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, ...(refusal ? { refusal } : {}) })),
  }
}

/** Where a page ended: the sort values of its last row. */
export type Position = readonly (string | number)[]

export interface Page<Place extends Position> {
  readonly size: number
  /** Rows come after this position; undefined on the first page. */
  readonly after: Place | undefined
  /** The NextToken that leads to the rows after `place`. */
  tokenAfter(place: Place): string
}

interface Asking {
  readonly NextToken?: string
  readonly MaxResults?: number
}

const defaultSize = 10
const longestToken = 4096

/**
 * The page that is asked for. A token holds for the same action, zone and other parameters only, whatever the page size;
 * any other is `cursor_invalid`. `sample` shows how many values a position has, and of which type.
 */
export function pageOf<Place extends Position>(action: string, zone: string, input: Asking, sample: Place): Page<Place> {
  const { NextToken, MaxResults, ...others } = input
  const fingerprint = hash('sha256', JSON.stringify([action, zone, sorted(others)], plain), 'base64url').slice(0, 12)
  return {
    size: MaxResults ?? defaultSize,
    after: NextToken ? read(NextToken, fingerprint, sample) : undefined,
    tokenAfter: (place) => writeToken([fingerprint, ...place]),
  }
}

function read<Place extends Position>(token: string, fingerprint: string, sample: Place): Place {
  const said = token.length <= longestToken ? readToken(token) : undefined
  const [madeFor, ...place] = Array.isArray(said) ? said : []
  const fits = place.length === sample.length && place.every((value, index) => typeof value === typeof sample[index] && askable(value))
  if (madeFor !== fingerprint || !fits) throw new Refused({ fact: 'cursor_invalid' })
  return place as unknown as Place
}

function plain(_name: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}

function sorted(parameters: object): [string, unknown][] {
  return Object.entries(parameters).sort(([left], [right]) => (left < right ? -1 : 1))
}
