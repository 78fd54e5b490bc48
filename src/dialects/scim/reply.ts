import { etagOf, isKnown } from './entity-tag.ts'
import { project } from './projection/project.ts'
import type { Projection } from './projection/projection.ts'
import type { Resource } from './resource.ts'

/** What a handler answers. */
export interface Reply {
  readonly status: 200 | 201 | 204 | 304
  readonly body?: object
  readonly headers?: Readonly<Record<string, string>>
}

/** A single resource, with so much of it as was asked for, and where and in which version it is. */
export function shownReply(status: 200 | 201, resource: Resource, projection: Projection): Reply {
  const { location, version } = resource.meta
  return { status, body: project(resource, projection), headers: { location, etag: version } }
}

/** A resource that was read; nothing of it where the client has it already. */
export function readReply(resource: Resource, projection: Projection, ifNoneMatch?: string): Reply {
  const { version } = resource.meta
  return isKnown(ifNoneMatch, version) ? sameReply(version) : shownReply(200, resource, projection)
}

/** The client has what this tag stands for. */
export function sameReply(etag: string): Reply {
  return { status: 304, headers: { etag } }
}

/** Done, without a body; where there still is a resource, its place and version. */
export function emptyReply(left?: { readonly location: string; readonly version?: number }): Reply {
  const version = left?.version
  return { status: 204, ...(left && { headers: { location: left.location, ...(version !== undefined && { etag: etagOf(version) }) } }) }
}
