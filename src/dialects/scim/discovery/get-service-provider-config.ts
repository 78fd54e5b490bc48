import { Type } from 'typebox'
import { scimOperation } from '../scim-operation.ts'
import { refuseFilter } from './refuse-filter.ts'

/** What `/Bulk` takes at once. */
export const bulkLimits = { maxOperations: 1000, maxPayloadSize: 1_048_576 } as const

const supported = Type.Object({ supported: Type.Boolean() })

const scheme = Type.Object({
  name: Type.String(),
  type: Type.String(),
  description: Type.String(),
  primary: Type.Boolean(),
  specUri: Type.String(),
  documentationUri: Type.String(),
})

/** The members that the vendor documents; what they say is true of this server. */
const config = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
  documentationUri: '',
  patch: { supported: true },
  bulk: { supported: true, ...bulkLimits },
  filter: { supported: true, maxResults: 100 },
  changePassword: { supported: false },
  sort: { supported: true },
  etag: { supported: true },
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'OAuth Bearer Token',
      description: 'Authentication scheme using the OAuth Bearer Token Standard',
      specUri: '',
      documentationUri: '',
      primary: true,
    },
  ],
}

export const getServiceProviderConfig = scimOperation({
  name: 'GetServiceProviderConfig',
  area: 'discovery',
  summary: { en: 'Tells what this server can do; no credential is needed', zh: '说明本服务支持的能力，无需密钥' },
  source: 'Product page of the SCIM interface, ServiceProviderConfig; RFC 7643 §5',
  kind: 'read',
  method: 'GET',
  route: '/ServiceProviderConfig',
  errors: [],
  output: Type.Object({
    schemas: Type.Array(Type.String()),
    documentationUri: Type.String(),
    patch: supported,
    bulk: Type.Object({ supported: Type.Boolean(), maxOperations: Type.Integer(), maxPayloadSize: Type.Integer() }),
    filter: Type.Object({ supported: Type.Boolean(), maxResults: Type.Integer() }),
    changePassword: supported,
    sort: supported,
    etag: supported,
    authenticationSchemes: Type.Array(scheme),
  }),
  status: 200,
  open: 'nobody',
  handle: async (_call, { query }) => {
    refuseFilter(query)
    return { status: 200, body: config }
  },
})
