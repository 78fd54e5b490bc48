import type { Reader } from '../../../src/storage/store.ts'

/** Reads as the given one does, and counts the rows that came. */
export function countingReader(reader: Reader): { reader: Reader; rows(): number } {
  let rows = 0
  return {
    rows: () => rows,
    reader: {
      async first(statement, params) {
        const row = await reader.first(statement, params)
        if (row !== undefined) rows++
        return row
      },
      async all(statement, params) {
        const found = await reader.all(statement, params)
        rows += found.length
        return found
      },
    },
  }
}
