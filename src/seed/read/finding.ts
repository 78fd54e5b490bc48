/** Where something stands in a document: `['zones', 0, 'users', 12, 'email']`. */
export type Path = readonly (string | number)[]

/** What is wrong in a document, and the way out. */
export interface Finding {
  readonly path: Path
  /** The name of the member itself is meant, and not its value. */
  readonly ofName?: true
  readonly text: string
}

/** `zones[0].users[12].email` */
export function pathText(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`
    return text === '' ? step : `${text}.${step}`
  }, '')
}

/** A document was refused, and nothing of it was written. Each line names file, line, column, path, what is wrong and the way out. */
export class SeedRefused extends Error {
  readonly lines: readonly string[]
  constructor(lines: readonly string[]) {
    super(lines.join('\n'))
    this.lines = lines
  }
}

/** A value as a complaint shows it: short, on one line. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
