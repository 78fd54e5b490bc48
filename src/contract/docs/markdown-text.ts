import { quoted } from './quoted.ts'

/** Markdown that says exactly this text, also within a table. */
export function inMarkdown(text: string): string {
  return text.replace(/[\\`*_<>|[\]]/g, '\\$&').replace(/\s+/g, ' ')
}

/** A sentence of a declaration, which has names in backticks. */
export function sentence(text: string): string {
  return text
    .split(quoted)
    .map((piece, index) => (index % 2 === 0 ? inMarkdown(piece) : code(piece)))
    .join('')
}

/** Text as code, also within a table, where a bar must be escaped even in code. */
export function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`'
  return fence + text.replaceAll('|', '\\|') + fence
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  return lines.join('\n')
}

/** Parts with an empty line between them, and a line end at the end of the page. */
export function page(...parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

export const generated = '<!-- Written by npm run docs: change the declarations, not this page. -->'

/** Where readers of Markdown find the heading of each operation of a page: without its dots, and numbered where a version has the name of another. */
export function anchorsOf<Named extends { readonly name: string }>(operations: readonly Named[]): ReadonlyMap<Named, string> {
  const taken = new Map<string, number>()
  return new Map(
    operations.map((operation) => {
      const anchor = operation.name.toLowerCase().replace(/[^\w-]/g, '')
      const before = taken.get(anchor) ?? 0
      taken.set(anchor, before + 1)
      return [operation, before === 0 ? anchor : `${anchor}-${before}`]
    }),
  )
}
