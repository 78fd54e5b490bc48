import { shown } from '../../contract/shown.ts'
import { type ScimError, scimError } from './scim-error.ts'

/** A resource, or a thing of discovery, that is not there. */
export function notFound(id: string): ScimError {
  const what = shown(id)
  return scimError(
    'notFound',
    `Resource ${what} not found. List the resources to see their ids.`,
    `资源 ${what} 不存在，请通过列表查询其 id。`,
  )
}
