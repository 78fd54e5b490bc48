/** How the text of a setting becomes its value. `undefined` from `read` means: not allowed. */
export interface Kind<Value> {
  /** What is allowed, as it stands in a complaint and in the documents: `a port, 0 to 65535`. */
  readonly allowed: string
  read(text: string): Value | undefined
  /** A flag without a value then means `on`. */
  readonly isSwitch?: boolean
}

export const text: Kind<string> = { allowed: 'a text', read: (value) => value }

export const path: Kind<string> = { allowed: 'a path', read: (value) => value }

/** What the Authorization header of TC3-HMAC-SHA256 has room for. Source: semantics of "Signature v3". */
export const keyIdPattern = '^[!-+.0-~-]{1,128}$'

const aKeyId = new RegExp(keyIdPattern)

export const keyId: Kind<string> = {
  allowed: '1 to 128 ASCII characters without spaces, `/` and `,`',
  read: (value) => (aKeyId.test(value) ? value : undefined),
}

/** What comes through a header as it was sent. */
export const bearerToken: Kind<string> = {
  allowed: 'a text without control characters, and without spaces at its ends',
  read: (value) => (value === value.trim() && !/\p{Cc}/u.test(value) ? value : undefined),
}

export const appId: Kind<string> = {
  allowed: '`cli_` and up to 64 digits and small letters',
  read: (value) => (/^cli_[0-9a-z]{1,64}$/.test(value) ? value : undefined),
}

export const keyOf32Bytes: Kind<string> = {
  allowed: '32 bytes in Base64, as `openssl rand -base64 32` makes them',
  read: (value) => (/^[A-Za-z0-9+/]{43}=$/.test(value) ? value : undefined),
}

export const onOff: Kind<boolean> = {
  allowed: '`on` or `off`',
  isSwitch: true,
  read: (value) => (value === 'on' ? true : value === 'off' ? false : undefined),
}

export function oneOf<const Choice extends string>(choices: readonly Choice[]): Kind<Choice> {
  return {
    allowed: `one of ${choices.map((choice) => `\`${choice}\``).join(', ')}`,
    read: (value) => choices.find((choice) => choice === value),
  }
}

export function wholeNumber(what: string, least: number, most: number): Kind<number> {
  return {
    allowed: `${what}, ${least} to ${most}`,
    read: (value) => (/^\d{1,15}$/.test(value) ? within(Number(value), least, most) : undefined),
  }
}

/** Hours to the east of Greenwich, by quarters: there are zones of 5.5 and of 5.75. */
export const hoursEast: Kind<number> = {
  allowed: 'hours east of UTC, -12 to 14, by quarters of an hour',
  read(value) {
    const hours = /^[+-]?\d{1,2}(\.\d{1,2})?$/.test(value) ? within(Number(value), -12, 14) : undefined
    return hours !== undefined && Number.isInteger(hours * 4) ? hours : undefined
  },
}

/** `on` is the documented rates, `off` none, a number a multiple of them. */
export const rateLimits: Kind<number | 'off'> = {
  allowed: '`on`, `off`, or a factor above 0 such as `10`',
  read(value) {
    if (value === 'on') return 1
    if (value === 'off') return 'off'
    const factor = /^\d{1,9}(\.\d{1,6})?$/.test(value) ? Number(value) : 0
    return factor > 0 ? factor : undefined
  },
}

export function address(...schemes: readonly string[]): Kind<string> {
  return {
    allowed: schemes.map((scheme) => `\`${scheme}://…\``).join(' or '),
    read: (value) => (URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1)) ? value : undefined),
  }
}

function within(value: number, least: number, most: number): number | undefined {
  return value >= least && value <= most ? value : undefined
}
