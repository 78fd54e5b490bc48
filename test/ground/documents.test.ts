import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { filesOf, root } from './tree.ts'

const documents = filesOf().filter((path) => path.endsWith('.md') && !path.startsWith('docs/reference/'))
const textOf = (path: string) => readFileSync(join(root, path), 'utf8')

/** What a page names in backticks of what is here: `src/main.ts`, `docs/scim.md`, `.ci/run`. */
function named(text: string): string[] {
  const spans = [...text.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span)
  return spans.filter((span) => /^(src|test|scripts|docs|bench|bin|examples|\.ci)\/[\w./-]*$/.test(span))
}

test.each(['docs/architecture.md', 'CONTRIBUTING.md', 'README.md'])('every file and folder that %s names exists', (page) => {
  expect(named(textOf(page)).filter((path) => !existsSync(join(root, path)))).toEqual([])
})

test('the search for names finds them, and no placeholders', () => {
  expect(named('`src/main.ts`, `npm test`, `src/dialects/<wire>/`, `test/wire/`')).toEqual(['src/main.ts', 'test/wire/'])
  expect(named(textOf('docs/architecture.md')).length).toBeGreaterThan(80)
})

test('every link from one page to another leads somewhere', () => {
  const broken = documents.flatMap((page) => {
    const links = [...textOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link.replace(/#.*/, ''))
    const ours = links.filter((link) => link !== '' && !/^(\w+:|<)/.test(link))
    return ours.filter((link) => !existsSync(join(root, dirname(page), link))).map((link) => `${page}: ${link}`)
  })
  expect(broken).toEqual([])
})

/** The anchors that readers of Markdown make of a page's headings: without what is no letter, digit, bar or space; numbered when they come again. */
function anchorsOf(page: string): Set<string> {
  const taken = new Map<string, number>()
  const headings = [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading.toLowerCase())
  return new Set(
    headings.map((heading) => {
      const anchor = heading.replace(/[^\p{L}\p{N}_ -]/gu, '').replaceAll(' ', '-')
      const before = taken.get(anchor) ?? 0
      taken.set(anchor, before + 1)
      return before === 0 ? anchor : `${anchor}-${before}`
    }),
  )
}

test('every link to a heading finds it, in the generated pages too', () => {
  const pages = filesOf().filter((path) => path.endsWith('.md'))
  const anchors = new Map(pages.map((page) => [page, anchorsOf(page)]))
  const links = pages.flatMap((page) =>
    [...textOf(page).matchAll(/\]\(([\w./-]*)#([^)\s]+)\)/g)].map(([, path = '', anchor = '']) => ({ page, path, anchor })),
  )
  const broken = links.filter(({ page, path, anchor }) => !anchors.get(path === '' ? page : join(dirname(page), path))?.has(anchor))
  expect(broken).toEqual([])
  expect(links.length).toBeGreaterThan(400)
})

test('every decision is in the list of them', () => {
  const list = textOf('docs/decisions/README.md')
  const pages = filesOf('docs/decisions').map((path) => path.replace('docs/decisions/', ''))
  expect(pages.filter((page) => page !== 'README.md' && !list.includes(`](${page})`))).toEqual([])
})
