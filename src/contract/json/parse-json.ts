type Reviver = (key: string, value: unknown, context: { source?: string }) => unknown
const parse = JSON.parse as (text: string, reviver?: Reviver) => unknown

/** The value of a JSON text; undefined, which no JSON text means, where it is none. */
export function parsedJson(text: string, reviver?: Reviver): unknown {
  try {
    return parse(text, reviver)
  } catch {
    return undefined
  }
}

export function isJsonObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
