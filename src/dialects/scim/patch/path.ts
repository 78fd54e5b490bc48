import { named } from '../../../contract/shown.ts'
import type { Attribute, Schema } from '../schemas/attribute.ts'
import { extensionNamed, findBareAttribute } from '../schemas/attribute-path.ts'
import type { ResourceType } from '../schemas/resource-type.ts'
import { type ScimError, scimError } from '../scim-error.ts'

/** What a PATCH path names: a whole extension, or an attribute, of which maybe certain values, of which maybe one part. */
export type PatchPath =
  | { readonly extension: Schema; readonly attribute?: undefined }
  | {
      readonly extension?: Schema
      readonly attribute: Attribute
      /** Between the brackets: which values of a list. */
      readonly filter?: string
      readonly sub?: Attribute
    }

/** Paths that were read before, without what stands in their brackets: sources send the same few again and again. */
const known = new Map<ResourceType, Map<string, PatchPath>>()
const mostKnown = 500

/** Reads the path of an operation on a resource of this type. Refuses with `invalidPath`. */
export function parsePath(type: ResourceType, text: string): PatchPath {
  const parts = apart(text)
  const { before, filter, behind } = parts
  const bare = filter === undefined ? text : `${before}[]${behind}`
  const ofType = known.get(type) ?? new Map<string, PatchPath>()
  let path = ofType.get(bare)
  if (!path) {
    path = readPath(type, parts)
    if (!path) throw unknownPath(type, text)
    if (ofType.size >= mostKnown) ofType.clear()
    if (bare.length <= 256) known.set(type, ofType.set(bare, path))
  }
  return filter === undefined || !path.attribute ? path : { ...path, filter }
}

/** What a path names, but for its filter; undefined where it names nothing. */
function readPath(type: ResourceType, { before, filter, behind }: Parts): PatchPath | undefined {
  const whole = filter === undefined ? extensionNamed(type, before) : undefined
  if (whole) return { extension: whole }
  const found = behind === '' || behind.startsWith('.') ? findBareAttribute(type, before + behind) : undefined
  if (!found) return undefined
  const { extension: urn, attribute, sub } = found
  const extension = urn === undefined ? undefined : extensionNamed(type, urn)
  // A filter chooses among the values of a list, and only a list has several.
  if (filter !== undefined && (!attribute.multiValued || (sub && behind === ''))) return undefined
  return { attribute, ...(extension && { extension }), ...(sub && { sub }) }
}

interface Parts {
  readonly before: string
  readonly filter?: string
  readonly behind: string
}

/** Around the brackets, wherever brackets stand in quotes. */
function apart(text: string): Parts {
  const open = text.indexOf('[')
  if (open < 0) return { before: text, behind: '' }
  let quoted = false
  for (let index = open + 1; index < text.length; index++) {
    const character = text[index]
    if (quoted && character === '\\') index++
    else if (character === '"') quoted = !quoted
    else if (character === ']' && !quoted)
      return { before: text.slice(0, open), filter: text.slice(open + 1, index), behind: text.slice(index + 1) }
  }
  return { before: text, behind: '' }
}

function unknownPath({ name }: ResourceType, text: string): ScimError {
  return scimError(
    'invalidPath',
    `${named(text)} is no path into a ${name}. Write attribute, attribute.sub or list[filter].sub; GET /Schemas lists the attributes.`,
    `${named(text)} 不是 ${name} 的有效路径，应为 attribute、attribute.sub 或 list[filter].sub，可用属性见 GET /Schemas。`,
  )
}
