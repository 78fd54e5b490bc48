import { randomUUID } from 'node:crypto'
import { catalogOf } from '../derive/catalog-json.ts'
import type { Coverage } from '../derive/coverage.ts'
import { openapiDocuments } from '../derive/openapi.ts'
import type { Answer, Request, Route } from '../exchange.ts'
import type { Operation } from '../operation.ts'
import { areasOf } from './areas.ts'
import type { FactWords } from './fact-words.ts'
import { html } from './html.ts'
import { coverageContent } from './html-coverage.ts'
import { indexContent } from './html-index.ts'
import { operationContent } from './html-operation.ts'
import { framed, pageHeaders } from './page-frame.ts'
import { type CommonWords, refusalsOf } from './refusals.ts'

export interface DocsOptions {
  /** Shown in the header of every page. */
  readonly title: string
  /** `docs/reference/coverage.json`. */
  readonly coverage: Coverage
  readonly factWords: FactWords
  readonly commonWords: CommonWords
  /** The schema of seed files. */
  seedSchema?(): Promise<string>
}

/** The reference of a running server: pages under `/docs/`, OpenAPI documents, `/catalog.json`. Each is written when it is first asked for. */
export function docsRoutes(
  operations: readonly Operation[],
  { title, coverage, factWords, commonWords, seedSchema }: DocsOptions,
): Route[] {
  const names = [...new Set(operations.map(({ dialect, version }) => `${dialect}-${version}`))]
  const kept = keeper()
  const refusals = refusalsOf(coverage, factWords)
  const index = () => framed({ title, place: 'reference' }, indexContent(areasOf(operations), coverage, names, commonWords))
  const operationPage = ({ params }: Request): string | undefined => {
    const versions = operations.filter(({ dialect, name }) => dialect === params.dialect && name === params.name)
    const [first] = versions
    if (!first) return undefined
    const siblings = operations.filter(({ dialect, area }) => dialect === first.dialect && area === first.area)
    const page = () => framed({ title, page: first.name, place: 'reference' }, operationContent(versions, siblings, refusals))
    return kept(`${first.dialect} ${first.name}`, page)
  }
  const document = ({ params }: Request): string | undefined => {
    const name = names.find((known) => `${known}.json` === params.file)
    if (name === undefined) return undefined
    return kept(`openapi ${name}`, () => JSON.stringify(openapiDocuments(operations).find((found) => found.name === name)?.document))
  }
  const missing = framed({ title, page: 'Not found' }, html`<h1>No such page</h1><p><a href="/docs/">All operations</a></p>`)
  return [
    { method: 'GET', path: '/docs', bodyLimit: 0, handle: async () => ({ ...textAnswer(302, '', 'OK'), headers: { location: '/docs/' } }) },
    pageRoute('/docs/', () => kept('index', index), missing),
    pageRoute(
      '/docs/coverage',
      () => kept('coverage', () => framed({ title, page: 'Coverage', place: 'coverage' }, coverageContent(coverage, commonWords))),
      missing,
    ),
    pageRoute('/docs/:dialect/:name', operationPage, missing),
    jsonRoute('/docs/openapi/:file', document),
    ...(seedSchema ? [schemaRoute(seedSchema)] : []),
    jsonRoute('/catalog.json', () => kept('catalog', () => JSON.stringify(catalogOf(operations)))),
  ]
}

function pageRoute(path: string, text: (request: Request) => string | undefined, missing: string): Route {
  return route(path, (request) => {
    const found = text(request)
    const answer = found === undefined ? textAnswer(404, missing, 'NotFound') : textAnswer(200, found, 'OK')
    return { ...answer, type: 'text/html; charset=utf-8', headers: pageHeaders }
  })
}

/** Documents that a page of any origin may read: there is nothing secret in them, and viewers of OpenAPI are such pages. */
function jsonRoute(path: string, text: (request: Request) => string | undefined): Route {
  const headers = { 'access-control-allow-origin': '*', 'cache-control': 'no-cache' }
  return route(path, (request) => {
    const found = text(request)
    const answer = found === undefined ? textAnswer(404, '{"error":"NotFound"}', 'NotFound') : textAnswer(200, found, 'OK')
    return { ...answer, type: 'application/json; charset=utf-8', headers }
  })
}

/** Editors ask for it from wherever they run. */
function schemaRoute(seedSchema: () => Promise<string>): Route {
  const headers = { 'access-control-allow-origin': '*', 'cache-control': 'no-cache' }
  const handle = async () => ({ ...textAnswer(200, await seedSchema(), 'OK'), type: 'application/schema+json; charset=utf-8', headers })
  return { method: 'GET', path: '/docs/seed.schema.json', bodyLimit: 0, handle }
}

function route(path: string, answer: (request: Request) => Answer): Route {
  return { method: 'GET', path, bodyLimit: 0, handle: async (request) => answer(request) }
}

function textAnswer(status: number, body: string, code: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', body, outcome: { operation: 'docs:page', code, requestId: randomUUID() } }
}

/** Remembers what was written under each name. */
function keeper(): (name: string, write: () => string) => string {
  const texts = new Map<string, string>()
  return (name, write) => {
    const text = texts.get(name) ?? write()
    texts.set(name, text)
    return text
  }
}
