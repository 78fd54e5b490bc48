import { type ScimError, scimError } from './scim-error.ts'

/** A resource, or a thing of discovery, that is not there. */
export function notFound(id: string): ScimError {
  const shown = JSON.stringify(id.slice(0, 120))
  return scimError(
    'notFound',
    `Resource ${shown} not found. List the resources to see their ids.`,
    `资源 ${shown} 不存在，请通过列表查询其 id。`,
  )
}
