import { quoted } from './quoted.ts'

/** A piece of HTML. What is put into a template is escaped unless it is one of these. */
export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

export type Part = Markup | string | number | false | undefined | readonly Part[]

/** A template whose values are escaped: `html`<p>${anything}</p>``. Lists are joined; `false` and `undefined` vanish. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(texts.map((text, index) => (index === 0 ? text : written(parts[index - 1]) + text)).join(''))
}

function written(part: Part): string {
  if (part instanceof Markup) return part.text
  if (Array.isArray(part)) return part.map(written).join('')
  return part === undefined || part === false ? '' : escaped(String(part))
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

/** A sentence of a declaration, which has names in backticks. */
export function sentence(text: string): Markup {
  return html`${text.split(quoted).map((piece, index) => (index % 2 === 0 ? piece : html`<code>${piece}</code>`))}`
}

/** A name that may be broken between its words: behind dots and underscores, before capitals. */
export function breakable(name: string): Markup {
  return new Markup(
    name
      .split(/(?<=[._:])|(?<=[a-z])(?=[A-Z])/)
      .map(escaped)
      .join('<wbr>'),
  )
}
