import { Type } from 'typebox'
import { bulkLimits } from '../discovery/get-service-provider-config.ts'
import { scimError } from '../scim-error.ts'
import { scimOperation } from '../scim-operation.ts'
import { readBulkRequest } from './bulk-request.ts'
import { runBulk } from './run-bulk.ts'

const method = Type.Union([Type.Literal('POST'), Type.Literal('PUT'), Type.Literal('PATCH'), Type.Literal('DELETE')])
const schemas = Type.Array(Type.String())

const sent = Type.Object({
  method,
  path: Type.String({ description: '`/Users`, `/Groups`, or with an id or `bulkId:…` behind it.' }),
  bulkId: Type.Optional(Type.String({ description: 'Stands for the id of what is made, in the other operations; a POST needs one.' })),
  version: Type.Optional(Type.String({ description: 'The entity tag that the resource must have.' })),
  data: Type.Optional(Type.Object({}, { description: 'The body of the operation.' })),
})

const told = Type.Object({
  method,
  bulkId: Type.Optional(Type.String()),
  location: Type.Optional(Type.String()),
  version: Type.Optional(Type.String()),
  status: Type.String(),
  response: Type.Optional(Type.Object({}, { description: 'The error, where there is one.' })),
})

const example = {
  schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
  Operations: [{ method: 'POST', path: '/Users', bulkId: '1', data: { userName: 'mei.lin@example.com' } }],
}

export const bulk = scimOperation({
  name: 'Bulk',
  area: 'bulk',
  summary: {
    en: 'Does up to 1000 operations in one request, each by itself: what fails leaves the others as they are',
    zh: '一次请求执行最多 1000 个操作，各自独立，失败的操作不影响其他操作',
  },
  source: 'RFC 7644 §3.7',
  kind: 'write',
  method: 'POST',
  route: '/Bulk',
  rehearsed: false,
  errors: ['invalidSyntax', 'invalidValue', 'tooLarge'],
  body: Type.Object(
    {
      schemas: Type.Optional(schemas),
      failOnErrors: Type.Optional(Type.Integer({ minimum: 1, description: 'After so many errors nothing more is done.' })),
      Operations: Type.Array(sent, { maxItems: bulkLimits.maxOperations }),
    },
    { examples: [example] },
  ),
  output: Type.Object({ schemas, Operations: Type.Array(told) }),
  status: 200,
  bodyLimit: bulkLimits.maxPayloadSize,
  handle: async (call, { body }) => {
    if (call.session.rehearsal) {
      throw scimError(
        'invalidValue',
        'A bulk request is many transactions and cannot be rehearsed. Rehearse its operations one by one; nothing was changed.',
        '批量请求包含多个事务，不支持预演，请逐个预演其中的操作，未作任何变更。',
      )
    }
    const request = readBulkRequest(body)
    const Operations = await runBulk(call, request)
    return { status: 200, body: { schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkResponse'], Operations } }
  },
})
