import { html, type Markup } from './html.ts'

/** Where a server listens that nobody told otherwise. */
export const defaultAddress = '127.0.0.1:7470'

/** A text in whose place for the address the page's script writes where the page came from. */
export function withAddress(text: string): Markup {
  const [before = '', ...rest] = text.split(defaultAddress)
  return html`${before}${rest.map((after) => html`<span data-host>${defaultAddress}</span>${after}`)}`
}
