import type { Operation, Text } from '../operation.ts'

/** How a wire words one refusal of the directory. */
interface FactWording {
  readonly en: (refusal: never, met: never) => string
  readonly zh: (refusal: never, met: never) => string
  readonly example?: object | undefined
}

/** What an operation says of a fact; undefined for one that its wire never meets. */
export type FactWords = (operation: Pick<Operation, 'dialect' | 'name' | 'errors'>, fact: string) => Text | undefined

/** A wording with `{member}` in place of a refusal's own values, but for those in its example. `met`: what the words depend on besides. */
export function wordsOf({ en, zh, example = {} }: FactWording, met?: object): Text {
  const refusal = new Proxy(example, {
    get: (values, member) => (Reflect.has(values, member) ? Reflect.get(values, member) : placeFor(member)),
  }) as never
  return { en: en(refusal, met as never), zh: zh(refusal, met as never) }
}

/** What a wire's table says of a fact; undefined for one that is not in it. */
export function wordsIn(wordings: object, fact: string, met?: object): Text | undefined {
  const wording = (wordings as Readonly<Record<string, FactWording | undefined>>)[fact]
  return wording && wordsOf(wording, met)
}

type Place = Readonly<Record<string | symbol, unknown>>

/** What wordings ask of a list. */
const listMethods: Readonly<Record<string | symbol, (place: Place) => unknown>> = {
  map: (place) => (write: (entry: Place, index: number) => unknown) => [write(place, 0)],
  slice: (place) => () => [place],
}

/** Stands for any value of a refusal: a text, a number, a list of one entry, or an object whose members it stands for too. */
function placeFor(name: string | symbol): Place {
  const text = `{${String(name)}}`
  const place: Place = new Proxy({} as Place, {
    get(_, member) {
      if (member === Symbol.toPrimitive || member === 'toString' || member === 'join') return () => text
      return member === 'length' ? 1 : (listMethods[member]?.(place) ?? placeFor(member))
    },
  })
  return place
}
