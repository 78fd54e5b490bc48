import { createHash } from 'node:crypto'
import { Type } from 'typebox'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { coverageOf } from '../../src/contract/derive/coverage.ts'
import { docsRoutes } from '../../src/contract/docs/docs-pages.ts'
import { releasedCoverage } from '../../src/contract/docs/released-coverage.ts'
import type { Operation } from '../../src/contract/operation.ts'
import { type RunningHttp, startHttp } from '../../src/http/server.ts'
import { commonWords, operations as everyOperation, factWords } from '../../src/operations.ts'
import { publishedSchema } from '../../src/seed/schema/published.ts'

let server: RunningHttp

const seedSchema = async () => publishedSchema()

beforeAll(async () => {
  const routes = docsRoutes(everyOperation, { title: 'Rollcall', coverage: releasedCoverage, factWords, commonWords, seedSchema })
  server = await startHttp({ host: '127.0.0.1', port: 0, routes, observe: () => {} })
})

afterAll(() => server.close())

async function get(path: string): Promise<{ status: number; type: string; policy: string; text: string }> {
  const answer = await fetch(new URL(path, server.url), { redirect: 'manual' })
  const { headers, status } = answer
  return {
    status,
    type: headers.get('content-type') ?? '',
    policy: headers.get('content-security-policy') ?? '',
    // Where a long name may be broken is no part of it.
    text: (await answer.text()).replaceAll('<wbr>', ''),
  }
}

test('from the first page every operation, the coverage, the documents and the catalog are reached by links', async () => {
  const elsewhere = new Set(['/healthz', '/readyz', '/metrics'])
  const seen = new Map<string, string>()
  const waiting = ['/docs/']
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path) || elsewhere.has(path)) continue
    const { status, type, text } = await get(path)
    expect({ path, status }).toEqual({ path, status: 200 })
    seen.set(path, text)
    if (!type.startsWith('text/html')) continue
    for (const [, link = ''] of text.matchAll(/href="([^"]*)"/g))
      if (link !== 'data:,' && !link.startsWith('#')) waiting.push(link.replace(/#.*/, ''))
  }
  // Versions of one name share a page.
  const operations = new Set(everyOperation.map(({ dialect, name }) => `/docs/${dialect}/${name}`))
  const versions = new Set(everyOperation.map(({ dialect, version }) => `${dialect}-${version}`))
  const documents = [...versions].map((version) => `/docs/openapi/${version}.json`)
  expect(documents).toContain('/docs/openapi/feishu-v3.json')
  expect([...seen.keys()].sort()).toEqual([...operations, ...documents, '/docs/', '/docs/coverage', '/catalog.json'].sort())
  for (const document of [...documents, '/catalog.json']) expect(() => JSON.parse(seen.get(document) ?? '')).not.toThrow()
})

test('the page of an operation tells its parameters, limits and codes, in both languages', async () => {
  const { text } = await get('/docs/tencent/UpdateGroup')
  for (const told of [
    'NewGroupName',
    'organization:UpdateGroup',
    '20 calls a second',
    '修改用户组信息',
    'InvalidParameter.GroupNotExist',
  ]) {
    expect(text).toContain(told)
  }
  for (const operation of everyOperation) {
    const page = await get(`/docs/${operation.dialect}/${operation.name}`)
    for (const { code } of operation.errors) expect(page.text).toContain(`<code>${code}</code>`)
  }
})

test('the coverage page can be searched: every operation with the words of its box, and the box only for who runs the script', async () => {
  const { text } = await get('/docs/coverage')
  expect(text).toMatch(/<p hidden><input type="search"/)
  expect(text).toMatch(/<p data-none hidden>/)
  const searched = [...text.matchAll(/<section data-words="([^"]*)">\s*<h3><a href="([^"]*)"/g)].map(([, words, address]) => [
    address,
    words,
  ])
  expect(new Set(searched.map(([address]) => address))).toEqual(
    new Set(everyOperation.map(({ dialect, name }) => `/docs/${dialect}/${name}`)),
  )
  expect(searched.find(([address]) => address === '/docs/tencent/UpdateGroup')?.[1]).toContain('invalidparameter.groupnotexist')
})

/** What the search of a page finds by: of each entry, its own words and those of what it stands in. */
function searched(text: string): { name: string; words: string }[] {
  const areas = text.split(/<section data-area=?/).slice(1)
  return areas.flatMap((area) => {
    const around = /^"([^"]*)"/.exec(area)?.[1] ?? ''
    const items = [...area.matchAll(/data-words="([^"]*)">.*?(?:"name"|<code)>([^<]*)</g)]
    return items.map(([, own, name = '']) => ({ name, words: `${own} ${around}` }))
  })
}

test('an operation is found by its path and by the wire that it is shown under, and a code that any operation may answer by its name', async () => {
  const found = searched((await get('/docs/')).text)
  const wordsOf = (name: string) => found.find((item) => item.name === name)?.words
  expect(wordsOf('group.create')).toMatch(/\/open-apis\/contact\/v3\/group.*feishu open platform 飞书开放平台/)
  expect(wordsOf('group.get')).toContain(' contact:group:readonly ')
  expect(wordsOf('PatchGroup')).toContain('scim 2.0')
  expect(wordsOf('CreateGroup')).toContain('身份中心：用户组')
  expect(wordsOf('AuthFailure.SignatureFailure')).toContain('tencent cloud')
  expect(wordsOf('99991663')).toContain('飞书')
  const coverage = searched((await get('/docs/coverage')).text)
  expect(coverage.map(({ name }) => name)).toEqual(releasedCoverage.common.map(({ code }) => code))
})

test('every column of every table has a name', async () => {
  for (const path of ['/docs/coverage', '/docs/feishu/user.create', '/docs/tencent/CreateOrganization'])
    expect((await get(path)).text).not.toContain('<th></th>')
})

test('the page of an operation tells what it takes as a bearer, with the way to it, and of permissions only those that there are', async () => {
  const { text } = await get('/docs/feishu/department.list')
  expect(text).toContain(
    '<dt>Token</dt><dd><a href="/docs/feishu/tenant_access_token.internal">tenant</a> or <a href="/docs/feishu/oauth_token.create">user</a></dd>',
  )
  const token = (await get('/docs/feishu/tenant_access_token.internal')).text
  expect(token).toContain('<dt>Token</dt><dd>none</dd>')
  expect(token).toContain('<code>body.app_secret</code>')
  expect(token).not.toContain('<dt>Permission</dt>')
  expect((await get('/docs/tencent/GetUser')).text).not.toContain('<dt>Token</dt>')
})

test('the page of a write tells how it is rehearsed, where it can be', async () => {
  expect((await get('/docs/tencent/DeleteOrganizationMembers')).text).toContain('<code>--dry-run</code>')
  expect((await get('/docs/scim/DeleteUser')).text).toContain('X-Rollcall-Dry-Run: true')
  for (const path of ['/docs/tencent/GetUser', '/docs/scim/Bulk', '/docs/admin/ApplyBridge', '/docs/feishu/oauth_token.create']) {
    const { text } = await get(path)
    expect(text).not.toMatch(/--dry-run|X-Rollcall-Dry-Run/)
  }
})

test('one of several permissions is enough, and the page says so', async () => {
  const { text } = await get('/docs/feishu/job_family.list')
  expect(text).toContain('<code>contact:job_family:readonly</code> or <code>contact:job_family</code> or ')
})

test('a code that any operation may answer is told with its status or its message, in both languages', async () => {
  const { text } = await get('/docs/')
  expect(text).toContain('The SecretId &quot;{SecretId}&quot; does not exist here, or its key is disabled.')
  expect(text).toContain('签名错误')
  expect(text).toContain('HTTP 429: request trigger frequency limit')
  expect(text).toContain('HTTP 415: The body is not JSON')
  expect(text.slice(text.indexOf('id="common"'))).not.toMatch(/undefined|NaN|\[object/)
})

test('a status is told to be one', async () => {
  expect((await get('/docs/scim/DeleteUser')).text).toContain('<p>HTTP 412</p>')
  expect((await get('/docs/feishu/tenant_access_token.internal')).text).toContain('<p>HTTP 200: invalid param</p>')
})

test('limits read as sentences: what refuses a list and each of its entries alike is said once', async () => {
  const { text } = await get('/docs/tencent/DeleteOrganizationMembers')
  expect((await get('/docs/admin/CreateAccount')).text).not.toContain('at least 1 characters')
  expect(text).toContain('at least 1 entry; each at least 1; otherwise <code>InvalidParameter</code>')
  expect((await get('/docs/feishu/job_family.create')).text).not.toContain('for a bad entry')
  expect((await get('/docs/tencent/CreateOrgServiceAssign')).text).toContain('for a bad entry <code>InvalidParameter</code>')
})

test('names in backticks are shown as code, and the example of a change changes something', async () => {
  const { text } = await get('/docs/admin/ChangeApp')
  expect(text).toContain('Types of events that are sent: <code>contact.user.created_v3</code>')
  expect(text).toContain('-d &#39;{&quot;name&quot;:&quot;…&quot;}&#39;')
  const pages = await Promise.all(everyOperation.map(({ dialect, name }) => get(`/docs/${dialect}/${name}`)))
  for (const page of pages) expect(page.text.replaceAll(/<pre.*?<\/pre>|<code>.*?<\/code>/gs, '')).not.toContain('`')
})

test('a page loads nothing from elsewhere, and its policy lets its own style and script in and no others', async () => {
  for (const path of ['/docs/', '/docs/coverage', '/docs/tencent/ListUsers']) {
    const { text, policy } = await get(path)
    expect(text).not.toMatch(/(src|href)="(https?:)?\/\/|@import|url\(/)
    expect(text).not.toMatch(/ style="| on[a-z]+="/)
    const hashes = [...text.matchAll(/<(style|script)>([\s\S]*?)<\/\1>/g)].map(([, , own = '']) =>
      createHash('sha256').update(own).digest('base64'),
    )
    expect(hashes).toHaveLength(2)
    for (const hash of hashes) expect(policy).toContain(`'sha256-${hash}'`)
  }
})

test('other paths are told so, and /docs leads to /docs/', async () => {
  expect(await get('/docs')).toMatchObject({ status: 302 })
  for (const path of [
    '/docs/tencent/addusertogroup',
    '/docs/nothing/GetUser',
    '/docs/tencent/__proto__',
    '/docs/openapi/tencent-1999-01-01.json',
  ]) {
    expect({ path, ...(await get(path)) }).toMatchObject({ path, status: 404 })
  }
})

test('who has a document already is not sent it again (RFC 9110, 13.1.2)', async () => {
  for (const path of [
    '/docs/',
    '/docs/coverage',
    '/docs/tencent/UpdateGroup',
    '/docs/openapi/feishu-v3.json',
    '/docs/seed.schema.json',
    '/catalog.json',
  ]) {
    const asked = (ifNoneMatch?: string) =>
      fetch(new URL(path, server.url), { headers: ifNoneMatch ? { 'if-none-match': ifNoneMatch } : {} })
    const first = await asked()
    const text = await first.text()
    const tag = first.headers.get('etag') ?? ''
    expect({ path, tag, status: first.status }).toEqual({ path, tag: expect.stringMatching(/^"[\w-]{22}"$/), status: 200 })
    expect(text.length).toBeGreaterThan(1000)
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const again = await asked(known)
      expect({ path, known, status: again.status, body: await again.text() }).toEqual({ path, known, status: 304, body: '' })
      for (const name of ['etag', 'cache-control', 'access-control-allow-origin'])
        expect(again.headers.get(name)).toBe(first.headers.get(name))
    }
    for (const unknown of ['"other"', tag.slice(1, -1), 'W/']) {
      const again = await asked(unknown)
      expect({ path, unknown, status: again.status, same: (await again.text()) === text }).toEqual({
        path,
        unknown,
        status: 200,
        same: true,
      })
    }
  }
  const missing = await fetch(new URL('/docs/tencent/Nothing', server.url), { headers: { 'if-none-match': '*' } })
  expect([missing.status, missing.headers.get('etag')]).toEqual([404, null])
})

test('texts of declarations are text, whatever they hold', async () => {
  const evil = `<script>alert("1")</script>&'`
  const operation: Operation = {
    ...{
      dialect: 'admin',
      service: evil,
      version: 'v1',
      name: 'Evil',
      key: 'admin:Evil',
      area: evil,
      summary: { en: evil, zh: evil },
      source: evil,
      kind: 'read',
    },
    ...{ permission: evil, http: { method: 'GET', path: evil }, output: Type.Object({ [evil]: Type.String({ description: evil }) }) },
    input: Type.Object({ query: Type.Object({ [evil]: Type.String({ pattern: evil, enum: [evil] }) }) }),
    errors: [{ code: evil, reach: 'unreachable', reason: evil }],
  }
  const routes = docsRoutes([operation], {
    title: evil,
    coverage: coverageOf([operation], [], { tencent: [evil], admin: [evil], feishu: [evil], scim: [evil] }),
    factWords: () => undefined,
    commonWords: () => ({ says: evil, words: { en: evil, zh: evil } }),
  })
  const pages: string[] = []
  for (const { path, handle } of routes) {
    const request = { method: 'GET', path, query: '', headers: {}, body: Buffer.alloc(0), oversized: false, ip: '' }
    const { status, type, body } = await handle({ ...request, params: { dialect: 'admin', name: 'Evil' } })
    if (status === 200 && type.startsWith('text/html')) pages.push(body)
  }
  expect(pages).toHaveLength(3)
  for (const page of pages) {
    expect(page).toContain('&lt;script&gt;alert')
    expect(page).not.toContain('<script>alert')
  }
})
