/** An object that says one thing twice: JSON lets one write that, and readers differ in what they take from it. */
export class Twice {
  readonly members: readonly (readonly [string, unknown])[]
  constructor(members: readonly (readonly [string, unknown])[]) {
    this.members = members
  }
}

/** JSON text of a value, also of what no value of JavaScript is. */
export function written(value: unknown): string {
  if (value instanceof Twice) return `{${value.members.map(([name, each]) => `${JSON.stringify(name)}:${written(each)}`).join()}}`
  if (Array.isArray(value)) return `[${value.map(written).join()}]`
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value)
      .map(([name, each]) => `${JSON.stringify(name)}:${written(each)}`)
      .join()}}`
  }
  return JSON.stringify(value) ?? 'null'
}
