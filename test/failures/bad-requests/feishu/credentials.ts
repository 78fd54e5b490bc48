import type { Seeded } from '../../../kit/seeded.ts'
import { carried } from '../raw-http.ts'
import { strangeText } from '../strange-values.ts'
import type { AnyEndpoint } from './judge.ts'
import type { Scene } from './scene.ts'

export interface Credentials {
  readonly authorization: string | undefined
  /** No endpoint may take it. */
  readonly bad: boolean
}

const good = (token: string): Credentials => ({ authorization: `Bearer ${token}`, bad: false })

/** The header Authorization, mostly with a token that the endpoint takes. */
export function credentialsFor(random: Seeded, scene: Scene, endpoint: AnyEndpoint): Credentials {
  const { tokens } = scene
  // The endpoints that give tokens take other credentials, in the body: what stands here is passed over by most.
  if (!('parts' in endpoint))
    return { ...random.pick([good(tokens.tenant), good(tokens.user), basic(random, scene), anyBad(random, scene)]), bad: false }
  const user = random.pick(endpoint.tokens) === 'user'
  if (random.chance(0.84)) return good(user ? tokens.user : tokens.tenant)
  if (random.chance(0.4))
    return good(random.pick([tokens.narrow, tokens.scopeless, tokens.user, tokens.slightUser, tokens.foreign, tokens.tenant]))
  return anyBad(random, scene)
}

function basic(random: Seeded, { apps }: Scene): Credentials {
  const { id, secret } = random.pick(apps)
  return { authorization: `Basic ${Buffer.from(random.pick([`${id}:${secret}`, id, ':', `${id}:`])).toString('base64')}`, bad: false }
}

/** Missing, unknown, spoiled and expired tokens, and what is none. */
function anyBad(random: Seeded, { tokens, apps, things }: Scene): Credentials {
  const { tenant, user, expired } = tokens
  const [app] = apps
  const token = random.pick([tenant, user])
  const odd = carried(strangeText(random, { texts: things.all })).slice(0, 8000)
  const authorization = random.pick([
    undefined,
    '',
    'Bearer',
    'Bearer  ',
    token,
    `bearer ${token}`,
    `Bearer ${token} ${token}`,
    `Bearer ${token}, Bearer ${token}`,
    `Bearer ${token.slice(0, -1)}`,
    `Bearer ${token}x`,
    `Bearer ${token.slice(0, 2)}${'x'.repeat(random.pick([1, 40, 8000]))}`,
    `Bearer u-${tenant.slice(2)}`,
    `Bearer a-${tenant.slice(2)}`,
    `Bearer ${app?.secret}`,
    `Bearer ${app?.id}`,
    'Bearer eyJhbGciOiJub25lIn0.e30.',
    'Bearer t-',
    'Bearer t-%00',
    `Basic ${Buffer.from(`${app?.id}:${app?.secret}`).toString('base64')}`,
    `Bearer t-${odd}`,
    odd,
    ...expired.map((each) => `Bearer ${each}`),
  ])
  return { authorization, bad: true }
}
