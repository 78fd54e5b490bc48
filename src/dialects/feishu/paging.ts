import { hash } from 'node:crypto'
import { askable, readToken, writeToken } from '../../contract/page-token.ts'
import type { Position as Age } from '../../directory/paging.ts'
import { FeishuError, shownValue } from './feishu-error.ts'

/** Where a page ended: what the next one begins behind. */
export type Position = readonly (string | number)[]

/** Places of the form of a sample. */
type Like<Sample extends Position> = { readonly [Index in keyof Sample]: Sample[Index] extends number ? number : string }

/** Page tokens of one list: they fit no other list, nor the same one with other filters. The mark in them is no secret: a place may be anybody's. */
export interface PageTokens {
  /**
   * The place that a token stands for; undefined without one. Refuses with 40012, or what an endpoint lists instead, unless it has the form of
   * one of the samples.
   */
  read<const Sample extends Position>(token: string | undefined, samples: readonly Sample[], refusal?: number): Like<Sample> | undefined
  write(position: Position): string
}

/** `list` names the endpoint, the company and every filter of the request. */
export function pageTokens(...list: readonly (string | number | boolean | undefined)[]): PageTokens {
  const mark = (position: Position) => hash('sha256', JSON.stringify([list, position])).slice(0, 16)
  return {
    read<const Sample extends Position>(token: string | undefined, samples: readonly Sample[], refusal = 40012) {
      if (token === undefined || token === '') return undefined
      const said = readToken(token)
      const [own, ...position] = Array.isArray(said) ? said : []
      if (samples.some((sample) => isLike(position, sample)) && own === mark(position)) return position as unknown as Like<Sample>
      throw new FeishuError(
        refusal,
        {
          en: 'page_token was not given by this call with the same other parameters. Start again without it.',
          zh: 'page_token 不是以相同参数调用本接口返回的，请去掉后重新查询。',
        },
        {
          http: 400,
          msg: 'page token is invalid error',
          violations: [{ field: 'page_token', value: shownValue(token), description: 'not a token of this list' }],
        },
      )
    },
    write: (position) => writeToken([mark(position), ...position]),
  }
}

function isLike(position: readonly unknown[], sample: Position): position is Position {
  return position.length === sample.length && position.every((value, index) => typeof value === typeof sample[index] && askable(value))
}

/** Cuts what was read with one row too many: the page, and the token of the next when there is more. */
export function cut<Row>(
  rows: readonly Row[],
  size: number,
  tokens: PageTokens,
  position: (last: Row) => Position,
): { page: Row[]; has_more: boolean; page_token?: string } {
  const page = rows.slice(0, size)
  const last = page.at(-1)
  if (rows.length <= size || last === undefined) return { page, has_more: false }
  return { page, has_more: true, page_token: tokens.write(position(last)) }
}

/** The place in a list by age that a page token holds. Refuses as `tokens` does. */
export function ageIn(tokens: PageTokens, token: string | undefined, refusal?: number): Age | undefined {
  const position = tokens.read(token, [[0, '']], refusal)
  return position && { at: position[0], id: position[1] }
}

/** What a page token of a list by age holds of its last row. */
export function ageAt({ createdAt, id }: { readonly createdAt: number; readonly id: string }): Position {
  return [createdAt, id]
}
