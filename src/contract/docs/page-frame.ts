import { hash } from 'node:crypto'
import { html, Markup, type Part } from './html.ts'
import { pageScript } from './page-script.ts'
import { pageStyle } from './page-style.ts'

/** Where in the header the page stands. */
export type Place = 'reference' | 'coverage' | undefined

export interface Frame {
  /** The name of the whole, shown in the header of every page. */
  readonly title: string
  /** The name of the page; the whole's own when left out. */
  readonly page?: string
  readonly place?: Place
}

/** A whole page around its content. */
export function framed({ title, page, place }: Frame, content: Part): string {
  const current = (of: Place) => of === place && new Markup(' aria-current="page"')
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page ? `${page} · ${title}` : title}</title>
<link rel="icon" href="data:,">
<style>${new Markup(pageStyle)}</style>
</head>
<body>
<header>
<a class="brand" href="/docs/">${title}</a>
<nav aria-label="Documents">
<a href="/docs/"${current('reference')}>Reference</a>
<a href="/docs/coverage"${current('coverage')}>Coverage</a>
<a href="/docs/#openapi">OpenAPI</a>
<a href="/catalog.json">catalog.json</a>
</nav>
</header>
<main>
${content}
</main>
<footer>Written from the declarations of the operations that this server answers.</footer>
<script>${new Markup(pageScript)}</script>
</body>
</html>
`.text
}

/** Nothing but our own style and script is loaded or run, by nobody's leave but these hashes. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-cache',
  'content-security-policy': [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    'img-src data:',
    `script-src '${hashOf(pageScript)}'`,
    `style-src '${hashOf(pageStyle)}'`,
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

function hashOf(text: string): string {
  return `sha256-${hash('sha256', text, 'base64')}`
}
