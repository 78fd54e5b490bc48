type Data = Readonly<Record<string, unknown>>

/** Every bulkId that a value or a path refers to. */
export function referencesIn(value: unknown): Set<string> {
  const found = new Set<string>()
  replaced(value, (bulkId) => {
    found.add(bulkId)
    return ''
  })
  return found
}

/** The same data with ids in the place of `bulkId:…`; in the path of a PATCH they stand in quotes. */
export function withIds(data: Data, idOf: (bulkId: string) => string): Data {
  return replaced(data, idOf) as Data
}

const whole = /^bulkId:(.+)$/s
const quoted = /"bulkId:([^"\\]+)"/g

function replaced(value: unknown, idOf: (bulkId: string) => string, name = ''): unknown {
  if (typeof value === 'string') {
    const bulkId = whole.exec(value)?.[1]
    if (bulkId !== undefined) return idOf(bulkId)
    return name.toLowerCase() === 'path' ? value.replace(quoted, (_, within: string) => `"${idOf(within)}"`) : value
  }
  if (Array.isArray(value)) return value.map((entry) => replaced(entry, idOf))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([member, entry]) => [member, replaced(entry, idOf, member)]))
}
