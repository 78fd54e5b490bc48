import { Type } from 'typebox'
import { createCredential } from '../../../../directory/synchronization/credentials/create-credential.ts'
import { callersZone } from '../../../../directory/zones/callers-zone.ts'
import { action } from '../../action.ts'
import type { Call } from '../../call.ts'
import { statusWordOf } from '../words.ts'
import { credentialFields, credentialInfo } from './credential-fields.ts'

const hour = 60 * 60
const year = 365 * 24 * hour

export const createSCIMCredential = action({
  name: 'CreateSCIMCredential',
  area: 'identity-center/scim',
  summary: { en: 'Make a SCIM key; its secret is shown now and never again', zh: '创建 SCIM 密钥，密钥内容仅在此时返回' },
  source: 'organization 2021-03-31, CreateSCIMCredential; 1031/66366 for the limit of two',
  kind: 'write',
  input: Type.Object({
    ZoneId: Type.String(),
    ExpireDuration: Type.Optional(Type.Integer({ minimum: hour, maximum: 99 * year })),
  }),
  output: Type.Object({
    ...credentialFields,
    CredentialStatus: Type.String(),
    CredentialSecret: Type.String(),
  }),
  errors: ['LimitExceeded.ScimCredentialLimitExceeded'],
  chosen: {
    'FailedOperation.ZoneIdNotExist':
      'No code for a zone that is not there, or not open, is listed; the other actions of the zone have this one.',
  },
  faults: ['FailedOperation.DBOperationError', 'FailedOperation.ScimCredentialGenerateError'],
  async handle(call, { ZoneId, ExpireDuration }) {
    const zone = await callersZone(call, ZoneId)
    const { session } = call
    const { at } = session.origin
    const expiresAt = ExpireDuration === undefined ? yearAfter(call, at) : at + ExpireDuration * 1000
    const wanted = { id: `scimcred-${session.ports.ids.text(12)}`, secret: newSecret(call), expiresAt }
    const made = await session.write(zone.id, (tx) => createCredential(tx, session.vault, zone.id, wanted))
    return { ...credentialInfo(call, zone.id, made), CredentialStatus: statusWordOf(made.status), CredentialSecret: wanted.secret }
  },
})

/** 88 characters of Base64, of far more than 256 bits. Source: the form of the secret in the example. */
function newSecret({ session }: Call): string {
  return Buffer.from(session.ports.ids.secret(65)).toString('base64')
}

/** The same time of day a calendar year later, as this wire writes times. Source: the times in the example. */
function yearAfter({ time }: Call, at: number): number {
  const wall = new Date(`${time(at).replace(' ', 'T')}Z`)
  const now = wall.getTime()
  return at + wall.setUTCFullYear(wall.getUTCFullYear() + 1) - now
}
