import { Type } from 'typebox'
import { listCredentials } from '../../../../directory/synchronization/credentials/list-credentials.ts'
import { callersZone } from '../../../../directory/zones/callers-zone.ts'
import { action } from '../../action.ts'
import { statusWordOf } from '../words.ts'
import { credentialFields, credentialInfo } from './credential-fields.ts'

export const listSCIMCredentials = action({
  name: 'ListSCIMCredentials',
  area: 'identity-center/scim',
  summary: { en: 'List the SCIM keys of the zone, without their secrets', zh: '查询空间的 SCIM 密钥列表（不含密钥内容）' },
  source: 'organization 2021-03-31, ListSCIMCredentials',
  kind: 'read',
  input: Type.Object({ ZoneId: Type.String(), CredentialId: Type.Optional(Type.String()) }),
  output: Type.Object({
    TotalCounts: Type.Integer(),
    SCIMCredentials: Type.Array(Type.Object({ ...credentialFields, Status: Type.String() })),
  }),
  errors: ['FailedOperation.IdentityCenterNotOpen', 'FailedOperation.ZoneIdNotExist'],
  faults: ['FailedOperation.DBOperationError'],
  async handle(call, { ZoneId, CredentialId }) {
    const zone = await callersZone(call, ZoneId)
    const all = await call.session.read((reader) => listCredentials(reader, zone.id))
    // No code for an unknown key is listed: it is a filter that nothing passes.
    const wanted = all.filter(({ id }) => CredentialId === undefined || id === CredentialId)
    const SCIMCredentials = wanted.map((each) => ({ ...credentialInfo(call, zone.id, each), Status: statusWordOf(each.status) }))
    return { TotalCounts: SCIMCredentials.length, SCIMCredentials }
  },
})
