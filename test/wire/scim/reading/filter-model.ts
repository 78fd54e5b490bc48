import fc from 'fast-check'

/** A user as a filter sees it, with few enough values that filters meet some. */
export interface Person {
  readonly userName: string
  readonly title?: string
  readonly active: boolean
  readonly externalId?: string
  readonly emails?: readonly { readonly value: string; readonly type?: string; readonly primary?: boolean }[]
  readonly meta: { readonly created: string }
}

const word = fc.constantFrom('a', 'A', 'ab', 'Ab', 'ba', 'é', 'a b', '"', '\\', 'a\\"b', '')
const kind = fc.constantFrom('work', 'Work', 'home')
const time = fc.integer({ min: 0, max: 3 }).map((day) => `2026-01-0${day + 1}T00:00:00.000Z`)
const email = fc.record({ value: word, type: kind, primary: fc.boolean() }, { requiredKeys: ['value'] })

export const person: fc.Arbitrary<Person> = fc.record(
  {
    userName: word,
    title: word,
    active: fc.boolean(),
    externalId: word,
    emails: fc.array(email, { minLength: 1, maxLength: 3 }),
    meta: fc.record({ created: time }),
  },
  { requiredKeys: ['userName', 'active', 'meta'] },
)

/** A filter's text, and the same said in plain code. */
export interface Said {
  readonly text: string
  holds(one: Person): boolean
}

const fold = (text: string) => text.toLowerCase()

/** Plain meanings over the folded or exact texts of whatever values there are. */
const meanings: Readonly<Record<string, (values: readonly string[], sought: string) => boolean>> = {
  eq: (values, sought) => values.includes(sought),
  ne: (values, sought) => !values.includes(sought),
  co: (values, sought) => values.some((value) => value.split(sought).length > 1 || sought === ''),
  sw: (values, sought) => values.some((value) => value.slice(0, sought.length) === sought),
  ew: (values, sought) => values.some((value) => sought === '' || value.slice(-sought.length) === sought),
  gt: (values, sought) => values.some((value) => value > sought),
  ge: (values, sought) => values.some((value) => !(value < sought)),
  lt: (values, sought) => values.some((value) => value < sought),
  le: (values, sought) => values.some((value) => !(value > sought)),
}

const anyCase = (text: string) => fc.constantFrom(text, text.toUpperCase(), text.toLowerCase())
const comparison = fc.constantFrom(...Object.keys(meanings))

/** JSON has several ways to write one text. */
const quoted = (text: string) =>
  fc.constantFrom(JSON.stringify(text), `"${[...text].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`)

function textLeaf(path: string, exact: boolean, valuesOf: (one: Person) => readonly (string | undefined)[]): fc.Arbitrary<Said> {
  const told = exact ? (text: string) => text : fold
  return fc.tuple(anyCase(path), comparison, word).chain(([name, operator, sought]) =>
    fc.tuple(anyCase(operator), quoted(sought)).map(([written, literal]) => ({
      text: `${name} ${written} ${literal}`,
      holds: (one: Person) => {
        const values = valuesOf(one).filter((value) => value !== undefined)
        return (meanings[operator] as (typeof meanings)[string])(values.map(told), told(sought))
      },
    })),
  )
}

const leaf: fc.Arbitrary<Said> = fc.oneof(
  textLeaf('userName', false, ({ userName }) => [userName]),
  textLeaf('urn:ietf:params:scim:schemas:core:2.0:User:title', false, ({ title }) => [title]),
  textLeaf('externalId', true, ({ externalId }) => [externalId]),
  textLeaf('emails', false, ({ emails = [] }) => emails.map(({ value }) => value)),
  textLeaf('emails.type', false, ({ emails = [] }) => emails.map(({ type }) => type)),
  fc.boolean().map((truth) => ({ text: `active eq ${truth}`, holds: ({ active }: Person) => active === truth })),
  fc.constant({ text: 'title pr', holds: ({ title }: Person) => title !== undefined }),
  fc.constant({ text: 'emails pr', holds: ({ emails }: Person) => emails !== undefined }),
  fc.constant({ text: 'title eq null', holds: ({ title }: Person) => title === undefined }),
  fc.constant({ text: 'title ne null', holds: ({ title }: Person) => title !== undefined }),
  fc.tuple(fc.constantFrom('gt', 'le', 'eq'), time).map(([operator, at]) => ({
    // The same moment, written elsewhere.
    text: `meta.created ${operator} "${at.replace('T00:00:00.000Z', 'T08:00:00+08:00')}"`,
    holds: ({ meta }: Person) => (operator === 'gt' ? meta.created > at : operator === 'le' ? meta.created <= at : meta.created === at),
  })),
  fc.tuple(kind, word).map(([type, value]) => ({
    text: `emails[type eq "${type}"].value eq ${JSON.stringify(value)}`,
    holds: ({ emails = [] }: Person) => emails.some((each) => fold(each.type ?? '') === fold(type) && fold(each.value) === fold(value)),
  })),
  // RFC 7643 §2.4: what is not said to be preferred is not.
  fc.tuple(kind, fc.constantFrom('eq false', 'ne true')).map(([type, unpreferred]) => ({
    text: `emails[primary ${unpreferred} and type eq "${type}"]`,
    holds: ({ emails = [] }: Person) => emails.some((each) => fold(each.type ?? '') === fold(type) && each.primary !== true),
  })),
  fc.constant({
    text: 'emails[primary pr]',
    holds: ({ emails = [] }: Person) => emails.some((each) => each.primary !== undefined),
  }),
  fc.tuple(kind, word).map(([type, value]) => ({
    text: `emails[not (type eq "${type}") and value co ${JSON.stringify(value)} or primary eq true]`,
    holds: ({ emails = [] }: Person) =>
      emails.some((each) => (fold(each.type ?? '') !== fold(type) && fold(each.value).includes(fold(value))) || each.primary === true),
  })),
)

/** Filters of a few levels; `and` binds more tightly than `or`, so that mixed ones need no brackets. */
export const filter: fc.Arbitrary<Said> = fc.letrec<{ all: Said; either: Said; each: Said }>((tie) => ({
  all: fc.oneof({ maxDepth: 4, withCrossShrink: true }, leaf, tie('either')),
  either: fc.array(fc.array(tie('each'), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }).map((groups) => ({
    text: groups.map((group) => group.map(({ text }) => text).join(' and ')).join(' OR '),
    holds: (one: Person) => groups.some((group) => group.every((said) => said.holds(one))),
  })),
  each: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    tie('all').map(({ text, holds }) => ({ text: `(${text})`, holds })),
    tie('all').map(({ text, holds }) => ({ text: `not (${text})`, holds: (one: Person) => !holds(one) })),
  ),
})).all
