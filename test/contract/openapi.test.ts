import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { openapiDocuments } from '../../src/contract/derive/openapi.ts'
import type { DocumentedError, RateWindow } from '../../src/contract/operation.ts'
import type { AdminOperation } from '../../src/dialects/admin/admin-operation.ts'
import { operations as everyOperation } from '../../src/operations.ts'

const documents = openapiDocuments(everyOperation)

interface Described {
  readonly operationId: string
  readonly parameters: { name: string; in: string; required: boolean }[]
  readonly requestBody?: { required: boolean }
  readonly responses: Record<string, { description: string }>
  readonly 'x-error-codes': DocumentedError[]
  readonly 'x-rate'?: number
  readonly 'x-windows'?: RateWindow[]
}

function operationsOf(name: string): [path: string, method: string, Described][] {
  const { document } = documents.find((of) => of.name === name) ?? {}
  return Object.entries(document?.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]): [string, string, Described] => [path, method, described as Described]),
  )
}

test('there is one document for each dialect and version', () => {
  expect(documents.map(({ name }) => name)).toEqual([...new Set(everyOperation.map(({ dialect, version }) => `${dialect}-${version}`))])
  expect(documents.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['tencent-2021-03-31', 'tencent-2018-12-25', 'feishu-v3', 'admin-v1']),
  )
})

test.each(documents)('$name is valid OpenAPI 3.1', async ({ document }) => {
  const validator = new Validator()
  const result = await validator.validate(JSON.parse(JSON.stringify(document)))
  expect(result.errors ?? []).toEqual([])
  expect(result.valid).toBe(true)
  expect(validator.version).toBe('3.1')
})

test('patterns of our own wire are ones that every dialect of regular expressions reads', () => {
  // JSON Schema, Core §6.4: what is beyond it, such as classes of Unicode, stops validators in other languages. Tencent's character classes need it.
  const ours = documents.filter(({ name }) => !name.startsWith('tencent'))
  expect(ours.filter(({ document }) => /"pattern":"[^"]*\\\\p\{/i.test(JSON.stringify(document))).map(({ name }) => name)).toEqual([])
})

test('the validator is not content with everything', async () => {
  const { document } = documents[0] ?? {}
  const result = await new Validator().validate({ ...JSON.parse(JSON.stringify(document)), paths: { noSlash: { post: {} } } })
  expect(result.valid).toBe(false)
})

test('every operation is in its document, with all of its codes and its limits', () => {
  for (const { name } of documents) {
    const declared = everyOperation.filter(({ dialect, version }) => name === `${dialect}-${version}`)
    // Methods of one path stand together.
    const described = operationsOf(name).map(([, , { operationId }]) => operationId)
    expect(described.toSorted()).toEqual(declared.map((operation) => operation.name).toSorted())
  }
  for (const operation of everyOperation) {
    const described = operationsOf(`${operation.dialect}-${operation.version}`).map(([, , each]) => each)
    const found = described.find(({ operationId }) => operationId === operation.name)
    expect(found?.['x-error-codes']).toEqual(operation.errors)
    expect([found?.['x-rate'], found?.['x-windows']]).toEqual([operation.rate, operation.windows])
    const text = Object.values(found?.responses ?? {}).map(({ description }) => description)
    for (const { code } of operation.errors) expect(text.join('\n')).toContain(`\`${code}\``)
  }
})

test('an action is told by its header', () => {
  const [path, method, operation] =
    operationsOf('tencent-2021-03-31').find(([, , { operationId }]) => operationId === 'AddUserToGroup') ?? []
  expect([path, method]).toEqual(['/#AddUserToGroup', 'post'])
  expect(operation?.parameters[0]).toEqual({
    name: 'X-TC-Action',
    in: 'header',
    required: true,
    schema: { const: 'AddUserToGroup', type: 'string' },
  })
})

test('an admin operation has its own path, status and parameters: each `{name}` of the path is one', () => {
  const described = operationsOf('admin-v1')
  expect(described).toHaveLength(everyOperation.filter(({ dialect }) => dialect === 'admin').length)
  for (const [path, method, operation] of described) {
    const declared = (everyOperation as AdminOperation[]).find(({ dialect, name }) => dialect === 'admin' && name === operation.operationId)
    expect({ path, method: method.toUpperCase() }).toEqual(declared?.http)
    const inPath = operation.parameters.filter((parameter) => parameter.in === 'path')
    expect(inPath.map(({ name }) => `{${name}}`).sort()).toEqual([...path.matchAll(/\{\w+\}/g)].map(([text]) => text).sort())
    expect(Object.keys(operation.responses).sort()).toEqual([String(declared?.status), 'default'].sort())
  }
})

test('an endpoint that gives out tokens is told with its body, without a token of its own, and with its answer as it is', () => {
  const described = new Map(
    operationsOf('feishu-v3').map(([, , operation]) => [operation.operationId, operation as unknown as Record<string, unknown>]),
  )
  const internal = described.get('tenant_access_token.internal')
  expect(internal?.parameters).toEqual([])
  expect(internal).toMatchObject({
    security: [],
    requestBody: { required: true, content: { 'application/json': { schema: { required: ['app_id', 'app_secret'] } } } },
    responses: { 200: { content: { 'application/json': { schema: { required: ['code', 'msg', 'tenant_access_token', 'expire'] } } } } },
  })
  expect(described.get('oauth_token.create')).toMatchObject({
    security: [],
    responses: {
      200: { content: { 'application/json': { schema: { required: ['code', 'access_token', 'expires_in', 'scope', 'token_type'] } } } },
      default: { content: { 'application/json': { schema: { $ref: '#/components/schemas/OAuthRefusal' } } } },
    },
  })
  const group = described.get('group.create')
  expect(group).not.toHaveProperty('security')
  expect(group).toMatchObject({ responses: { 200: { content: { 'application/json': { schema: { required: ['code', 'msg'] } } } } } })
})
