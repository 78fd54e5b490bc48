import type { Sent } from './call.ts'
import { scimError } from './scim-error.ts'

/** What a resource's version is compared with before it is changed. */
export type Precondition = (version: number) => boolean

/** The tag of a version; `seen` tells apart what else is shown and changes without the version. */
export function etagOf(version: number, seen = ''): string {
  return seen === '' ? `W/"${version}"` : `W/"${version}.${seen}"`
}

/**
 * What a change of something that is there depends on: with `If-Match` that its version is one of these, with `If-None-Match` that it is none of these
 * (RFC 9110 §13.2.2); `*` is any. Undefined when nothing is asked.
 */
export function preconditionOf({ ifMatch, ifNoneMatch }: Pick<Sent, 'ifMatch' | 'ifNoneMatch'>): Precondition | undefined {
  if (ifMatch === undefined && ifNoneMatch === undefined) return undefined
  const isWanted = ifMatch === undefined ? () => true : versionIn(ifMatch)
  const isUnwanted = ifNoneMatch === undefined ? () => false : versionIn(ifNoneMatch)
  return (version) => isWanted(version) && !isUnwanted(version)
}

function versionIn(header: string): Precondition {
  const tags = tagsIn(header)
  if (tags === 'any') return () => true
  const versions = new Set([...tags].map((tag) => tag.split('.', 1)[0] ?? ''))
  return (version) => versions.has(String(version))
}

/** Whether the client has what this tag stands for already, by its `If-None-Match`. */
export function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  const tags = tagsIn(ifNoneMatch)
  return tags === 'any' || tags.has(etag.slice(3, -1))
}

/** Within the quotes, as RFC 7232 §2.3 has it: neither spaces nor line breaks. */
const list = /^ *(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"(?: *, *(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*")* *$/

/** Tags without their quotes; weak and strong ones are the same here. */
function tagsIn(header: string): 'any' | ReadonlySet<string> {
  if (header.trim() === '*') return 'any'
  if (!list.test(header)) {
    throw scimError(
      'invalidSyntax',
      'If-Match and If-None-Match take entity tags such as W/"3", or *. Send the tag that the ETag header or meta.version gave.',
      'If-Match 与 If-None-Match 应为 W/"3" 这样的实体标签或 *，请使用 ETag 响应头或 meta.version 的值。',
    )
  }
  return new Set([...header.matchAll(/"([\x21\x23-\x7e\x80-\xff]*)"/g)].map(([, tag = '']) => tag))
}
