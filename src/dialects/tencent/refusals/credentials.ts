import type { CredentialRefusal } from '../../../directory/refusals/credentials.ts'
import type { Wordings } from './wording.ts'

export const credentialWordings: Wordings<CredentialRefusal> = {
  credential_not_found: {
    code: 'InvalidParameter.ScimCredentialNotFound',
    en: (r) => `No SCIM key ${r.credential} in this zone. ListSCIMCredentials shows them.`,
    zh: (r) => `该空间中没有 SCIM 密钥 ${r.credential}，可用 ListSCIMCredentials 查询。`,
  },
  credential_limit_reached: {
    code: 'LimitExceeded.ScimCredentialLimitExceeded',
    en: (r) =>
      `The zone already has ${r.limit} SCIM keys, the most it may have; expired ones count: ${r.credentials.join(', ')}. DeleteSCIMCredential deletes one.`,
    zh: (r) =>
      `空间已有 ${r.limit} 个 SCIM 密钥，已达上限（过期密钥也计入）：${r.credentials.join('、')}，可用 DeleteSCIMCredential 删除。`,
  },
}
