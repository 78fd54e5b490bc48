import { isDeepStrictEqual } from 'node:util'

/** The members of an object that say something: neither absent, nor empty, nor what is meant when they are left out. */
export function leaveOut<Content extends object>(
  content: Content,
  defaults: Partial<Record<keyof Content, unknown>> = {},
): Partial<Content> {
  const said = Object.entries(content).filter(([name, value]) => {
    if (value === undefined || isEmpty(value)) return false
    return !(name in defaults && isDeepStrictEqual(value, defaults[name as keyof Content]))
  })
  return Object.fromEntries(said) as Partial<Content>
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}
