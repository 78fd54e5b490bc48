import type { Ids } from '../../../directory/ports.ts'

/** What a person may have granted for an app to get refresh tokens. */
export const offlineAccess = 'offline_access'

const day = 24 * 60 * 60 * 1000

/** How the first versions write a person's tokens: short, with a refresh token always. */
export const firstForm = {
  newAccessToken: ({ ids }: { ids: Ids }) => `u-${ids.secret(46)}`,
  newRefreshToken: ({ ids }: { ids: Ids }) => `ur-${ids.secret(46)}`,
  refreshLife: () => 30 * day,
  isRefreshToken: (text: string) => text.startsWith('ur-'),
}

/** How the later versions do: three parts that look like a JWT, so that clients which keep them learn how long they are. They say nothing. */
export const laterForm = {
  newAccessToken: ({ ids }: { ids: Ids }) => longToken(ids, 'access'),
  newRefreshToken: ({ ids }: { ids: Ids }) => longToken(ids, 'refresh'),
  refreshLife: (scopes: readonly string[]) => (scopes.includes(offlineAccess) ? 7 * day : undefined),
}

function longToken(ids: Ids, use: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return [part({ alg: 'ES256', typ: 'JWT' }), part({ jti: ids.uuid(), use, pad: ids.secret(700) }), ids.secret(86)].join('.')
}
