import { type TSchema, Type } from 'typebox'

/** Every kind says in its title what is allowed: a complaint ends in it. */

export function text(most: number, description: string) {
  return Type.String({ maxLength: most, title: `a text of at most ${most} characters`, description })
}

/** What names a thing: never empty. */
export function name(description: string) {
  return Type.String({ minLength: 1, maxLength: 1024, title: 'a text of 1 to 1024 characters', description })
}

export function wholeNumber(least: number, description: string) {
  return Type.Integer({
    minimum: least,
    maximum: Number.MAX_SAFE_INTEGER,
    title: least === Number.MIN_SAFE_INTEGER ? 'a whole number' : `a whole number from ${least}`,
    description,
  })
}

/** A number for each limit of a list, with its default. */
export function limitFields<Name extends string>(limits: Readonly<Record<Name, { readonly default: number }>>) {
  const fields = Object.entries<{ readonly default: number }>(limits).map(([limit, { default: most }]) => [
    limit,
    wholeNumber(0, `Default ${most}`),
  ])
  return Object.fromEntries(fields) as Record<Name, ReturnType<typeof wholeNumber>>
}

export function listOf<Item extends TSchema>(item: Item, title: string, description: string) {
  return Type.Optional(Type.Array(item, { title: `a list of ${title}`, description }))
}

export function yesNo(description: string) {
  return Type.Boolean({ title: 'true or false', description })
}

export function oneOf<const Word extends string>(words: readonly Word[], description: string) {
  return Type.Enum([...words], { title: `one of ${words.join(', ')}`, description })
}

/** The id that a directory gave: an export holds it, a file written by hand leaves it out. */
export function givenId(prefix: string) {
  return Type.String({
    // With its prefix 64 characters, as the wires take an id.
    pattern: `^${prefix}-[0-9a-z-]{1,62}$`,
    title: `an id such as ${prefix}-0123456789ab`,
    description: 'Its id. Left out: a new one is drawn.',
  })
}

export function givenNumber() {
  return wholeNumber(1, 'Its number. Left out: a new one is drawn.')
}

export function moment(description: string) {
  return Type.String({
    pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,3})?Z$',
    format: 'date-time',
    title: 'a time in UTC such as 2026-01-31T08:00:00.000Z',
    description,
  })
}

/** Left out, the time of seeding. */
export const made = Type.Optional(moment('When it was made. Left out: now.'))
export const changed = Type.Optional(moment('When it was last changed. Left out: when it was made.'))

/** Names another account: by its Uin, or by its name where only one account has it. */
export function account(description: string) {
  return Type.Union([name('The name of the account, where no other has it'), wholeNumber(1, 'The Uin of the account')], {
    title: 'an account: its name, or its Uin as a number',
    description,
  })
}

/** Names a department by its path, or by its number. */
export function node(description: string) {
  const path = Type.String({ maxLength: 8192, title: 'a path', description: 'Its path from below the root' })
  return Type.Union([path, wholeNumber(1, 'Its number')], {
    title: 'a department: a path such as Engineering/Platform, or its number',
    description,
  })
}

export const tags = Type.Optional(
  Type.Array(
    Type.Object(
      { key: name('The key, once in the list'), value: text(1024, 'The value') },
      { additionalProperties: false, title: 'a tag: { key, value }' },
    ),
    { title: 'a list of tags', description: 'Tags in their order' },
  ),
)

export function numbers(description: string) {
  return Type.Array(wholeNumber(1, 'A number'), { title: 'a list of whole numbers', description })
}

export function texts(description: string) {
  return Type.Array(name('A text'), { title: 'a list of texts', description })
}
