import { type ScimError, scimError } from '../scim-error.ts'

/** What no client may change, by the path or the name by which it was asked for. */
export function keptByServer(path: string, at: number): ScimError {
  return scimError(
    'mutability',
    `${path} is kept by the server: operation ${at} can't change it. Leave it out; nothing was changed.`,
    `${path} 由服务端维护，第 ${at} 个操作不能修改它，请去掉该项，未作任何变更。`,
  )
}
