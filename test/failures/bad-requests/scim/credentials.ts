import type { Seeded } from '../../../kit/seeded.ts'
import { carried } from '../raw-http.ts'
import { strangeText } from '../strange-values.ts'
import type { Scene } from './scene.ts'

export interface Credentials {
  readonly authorization: string | undefined
  /** No operation that asks for a credential may take it. */
  readonly bad: boolean
}

/** The header Authorization, mostly with a token that is taken. */
export function credentialsFor(random: Seeded, { tokens, things }: Scene): Credentials {
  const share = random.next()
  if (share < 0.9) return { authorization: `${random.chance(0.9) ? 'Bearer' : 'bearer'} ${tokens.good}`, bad: false }
  if (share < 0.93) return { authorization: `Bearer ${random.pick([tokens.foreign, tokens.off])}`, bad: false }
  const { good } = tokens
  const odd = carried(strangeText(random, { texts: things.all })).slice(0, 8000)
  const authorization = random.pick([
    undefined,
    '',
    'Bearer',
    'Bearer  ',
    good,
    `Basic ${Buffer.from(`scim:${good}`).toString('base64')}`,
    `Bearer ${good} ${good}`,
    `Bearer ${good}, Bearer ${good}`,
    `Bearer ${good.slice(0, -1)}`,
    `Bearer ${good}x`,
    `Bearer ${good.toLowerCase()}!`,
    `Bearer ${'x'.repeat(random.pick([1, 40, 513, 8000]))}`,
    'Bearer eyJhbGciOiJub25lIn0.e30.',
    `Bearer !${odd}`,
    `!${odd}`,
    ...tokens.over.map((token) => `Bearer ${token}`),
  ])
  return { authorization, bad: true }
}
