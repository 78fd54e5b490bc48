import type { CredentialRecord, FindCredential } from './endpoint-deps.ts'
import { type ScimError, scimError } from './scim-error.ts'

/**
 * The credential that a request brings in `Authorization: Bearer …`. Refuses what is missing, unknown, disabled or expired. Answers at once where the
 * store does.
 */
export function usableCredential(header: string | undefined, findCredential: FindCredential): CredentialRecord | Promise<CredentialRecord> {
  const token = /^Bearer +([\x21-\x7e]{1,512}) *$/i.exec(header ?? '')?.[1]
  if (token === undefined) {
    throw unauthorized(
      'A credential is needed: send the header Authorization with Bearer and the secret that CreateSCIMCredential gave.',
      '需要 SCIM 密钥：请在 Authorization 请求头中发送 Bearer 与 CreateSCIMCredential 返回的密钥。',
      '',
    )
  }
  const found = findCredential(token)
  return found instanceof Promise ? found.then(requireUsable) : requireUsable(found)
}

function requireUsable(credential: CredentialRecord | undefined): CredentialRecord {
  if (!credential) {
    throw unauthorized('The credential is unknown or was deleted. Create another one.', '该 SCIM 密钥不存在或已删除，请重新创建。')
  }
  if (!credential.enabled) {
    throw unauthorized(
      `The credential ${credential.id} is disabled. Enable it with UpdateSCIMCredentialStatus, or use another one.`,
      `SCIM 密钥 ${credential.id} 已禁用，请用 UpdateSCIMCredentialStatus 启用，或使用其他密钥。`,
    )
  }
  if (credential.expired) {
    throw unauthorized(
      `The credential ${credential.id} has expired. Create another one.`,
      `SCIM 密钥 ${credential.id} 已过期，请重新创建。`,
    )
  }
  return credential
}

function unauthorized(en: string, zh: string, error = ', error="invalid_token"'): ScimError {
  return scimError('unauthorized', en, zh, { 'www-authenticate': `Bearer realm="scim"${error}` })
}

/** A zone lets itself be filled only while its switch is on. */
export function requireSynchronization({ zone }: CredentialRecord): void {
  if (zone.synchronization === 'enabled') return
  throw scimError(
    'forbidden',
    `Synchronization of the zone ${zone.id} is off. Turn it on with UpdateSCIMSynchronizationStatus.`,
    `空间 ${zone.id} 未开启 SCIM 同步，请用 UpdateSCIMSynchronizationStatus 开启。`,
  )
}
