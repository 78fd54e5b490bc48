import { randomUUID } from 'node:crypto'
import { catalogOf } from '../derive/catalog-json.ts'
import type { Coverage } from '../derive/coverage.ts'
import { openapiDocuments } from '../derive/openapi.ts'
import { type Document, documentKeeper, hasDocument } from '../documents.ts'
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
  const kept = documentKeeper()
  const refusals = refusalsOf(coverage, factWords)
  const index = () => framed({ title, place: 'reference' }, indexContent(areasOf(operations), coverage, names, commonWords))
  const operationPage = ({ params }: Request) => {
    const versions = operations.filter(({ dialect, name }) => dialect === params.dialect && name === params.name)
    const [first] = versions
    if (!first) return undefined
    const siblings = operations.filter(({ dialect, area }) => dialect === first.dialect && area === first.area)
    const page = () => framed({ title, page: first.name, place: 'reference' }, operationContent(versions, siblings, refusals))
    return kept(`${first.dialect} ${first.name}`, page)
  }
  const openapi = ({ params }: Request) => {
    const name = names.find((known) => `${known}.json` === params.file)
    if (name === undefined) return undefined
    return kept(`openapi ${name}`, () => JSON.stringify(openapiDocuments(operations).find((found) => found.name === name)?.document))
  }
  const seed = async () => {
    const text = await seedSchema?.()
    return text === undefined ? undefined : kept('seed schema', () => text)
  }
  const missing = framed({ title, page: 'Not found' }, html`<h1>No such page</h1><p><a href="/docs/">All operations</a></p>`)
  const page: Kind = { type: 'text/html; charset=utf-8', headers: pageHeaders, missing }
  return [
    { method: 'GET', path: '/docs', bodyLimit: 0, handle: async () => ({ ...answerOf(302, 'OK'), headers: { location: '/docs/' } }) },
    documentRoute('/docs/', page, () => kept('index', index)),
    documentRoute('/docs/coverage', page, () =>
      kept('coverage', () => framed({ title, page: 'Coverage', place: 'coverage' }, coverageContent(coverage, commonWords))),
    ),
    documentRoute('/docs/:dialect/:name', page, operationPage),
    documentRoute('/docs/openapi/:file', json, openapi),
    ...(seedSchema ? [documentRoute('/docs/seed.schema.json', jsonSchema, seed)] : []),
    documentRoute('/catalog.json', json, () => kept('catalog', () => JSON.stringify(catalogOf(operations)))),
  ]
}

interface Kind {
  readonly type: string
  readonly headers: Readonly<Record<string, string>>
  /** What is answered where there is no such document. */
  readonly missing: string
}

/** Documents that a page of any origin may read: there is nothing secret in them, and viewers of OpenAPI and editors are such pages. */
const json: Kind = {
  type: 'application/json; charset=utf-8',
  headers: { 'access-control-allow-origin': '*', 'cache-control': 'no-cache' },
  missing: '{"error":"NotFound"}',
}

const jsonSchema: Kind = { ...json, type: 'application/schema+json; charset=utf-8' }

type Find = (request: Request) => Document | undefined | Promise<Document | undefined>

/** Sends a document to who lacks it, and a 304 to who has it. */
function documentRoute(path: string, { type, headers, missing }: Kind, find: Find): Route {
  const handle = async (request: Request): Promise<Answer> => {
    const found = await find(request)
    if (!found) return { ...answerOf(404, 'NotFound'), type, headers, body: missing }
    const tagged = { ...headers, etag: found.tag }
    if (hasDocument(request.headers['if-none-match'], found)) return { ...answerOf(304, 'OK'), type, headers: tagged }
    return { ...answerOf(200, 'OK'), type, headers: tagged, body: found.text }
  }
  return { method: 'GET', path, bodyLimit: 0, handle }
}

function answerOf(status: number, code: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', body: '', outcome: { operation: 'docs:page', code, requestId: randomUUID() } }
}
