import type { Operation } from '../operation.ts'
import { operationAddress } from './addresses.ts'

/** What an operation takes as a bearer: what it is called, where an example keeps it, and the operation that gives it. */
export interface Bearer {
  readonly what: string
  readonly place: string
  readonly from?: string
}

const feishu = (name: string) => operationAddress({ dialect: 'feishu', name })

/** By wire, or by kind of token where a wire has several. */
const bearers: Readonly<Record<string, Bearer>> = {
  admin: { what: 'admin token', place: '$ROLLCALL_ADMIN_TOKEN' },
  scim: {
    what: 'SCIM credential',
    place: '$SCIM_CREDENTIAL',
    from: operationAddress({ dialect: 'tencent', name: 'CreateSCIMCredential' }),
  },
  tenant: { what: 'tenant', place: '$TENANT_ACCESS_TOKEN', from: feishu('tenant_access_token.internal') },
  user: { what: 'user', place: '$USER_ACCESS_TOKEN', from: feishu('oauth_token.create') },
  app: { what: 'app', place: '$APP_ACCESS_TOKEN', from: feishu('app_access_token.internal') },
}

/** The tokens of which an operation takes one; undefined on the wire that signs its requests. */
export function bearersOf({ dialect, tokens = [dialect] }: Operation): Bearer[] | undefined {
  if (dialect === 'tencent') return undefined
  return tokens.flatMap((kind) => bearers[kind] ?? [])
}
