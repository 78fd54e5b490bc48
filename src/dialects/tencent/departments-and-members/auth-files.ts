import { Type } from 'typebox'
import type { TrustApplication } from '../../../directory/invitations/judge-company.ts'
import { TencentError } from '../tencent-error.ts'

const refusal = 'FailedOperation.ImportFileIllegal'

/** Files that prove how two companies belong together. They are kept by name and address; nothing is fetched. Forms and numbers are our choice. */
export const authFiles = Type.Array(
  Type.Object({
    Name: Type.String({ pattern: '^[^\\p{Cc}/\\\\]{1,255}$', refusal }),
    Url: Type.String({ pattern: '^(https?://)?(?!.*(^|/)\\.\\.(/|$))[^\\p{Cc}\\s\\\\]{1,1024}$', refusal }),
  }),
  { maxItems: 10, refusal },
)

interface Sent {
  readonly RelationAuthName?: string
  readonly AuthFile?: readonly { readonly Name: string; readonly Url: string }[]
}

/** The application that is sent along, if there is one: a company and at least one proof, both or neither. */
export function applicationFrom({ RelationAuthName, AuthFile = [] }: Sent): TrustApplication | undefined {
  if (!RelationAuthName && AuthFile.length === 0) return undefined
  if (!RelationAuthName) {
    throw new TencentError('InvalidParameter', {
      en: 'The parameter `AuthFile` proves nothing without a company: give `RelationAuthName` too, or leave both out.',
      zh: '参数 `AuthFile` 需与 `RelationAuthName` 同时传入，或两者均不传。',
    })
  }
  if (AuthFile.length === 0) {
    throw new TencentError(refusal, {
      en: 'The parameter `RelationAuthName` needs a proof: give at least one file in `AuthFile`, or leave both out.',
      zh: '传入 `RelationAuthName` 时，`AuthFile` 至少需要一个证明文件，或两者均不传。',
    })
  }
  return { entity: RelationAuthName, proofs: AuthFile.map(({ Name, Url }) => ({ name: Name, url: Url })) }
}
