import { type AttributePath, extensionNamed, findBareAttribute } from '../schemas/attribute-path.ts'
import type { ResourceType } from '../schemas/resource-type.ts'
import { scimError } from '../scim-error.ts'

/** Which attributes a client wants to be shown (RFC 7644 §3.9). */
export interface Projection {
  readonly type: ResourceType
  /** Only these beside what is always shown. */
  readonly only?: readonly Named[]
  /** All but these. */
  readonly without?: readonly Named[]
  /** Whether `attribute` of the core schema is shown: it is asked for, or nothing is said of it. */
  shows(attribute: string): boolean
  /** Whether `attribute` of the core schema is asked for by its name. */
  asksFor(attribute: string): boolean
}

/** An attribute, or a whole extension. */
export type Named = AttributePath | { readonly extension: string; readonly attribute?: undefined }

/** Reads the lists `attributes` and `excludedAttributes`. Names of no attribute ask for nothing. Refuses both at once. */
export function projectionOf(type: ResourceType, attributes: readonly string[], excluded: readonly string[]): Projection {
  if (attributes.length > 0 && excluded.length > 0) {
    throw scimError(
      'invalidValue',
      'Send either attributes or excludedAttributes: each says what is shown by itself.',
      'attributes 与 excludedAttributes 不能同时使用，请只发送其中之一。',
    )
  }
  const only = attributes.length > 0 ? namedIn(type, fewNames('attributes', attributes)) : undefined
  const without = excluded.length > 0 ? namedIn(type, fewNames('excludedAttributes', excluded)) : undefined
  const names = (list: readonly Named[] = [], attribute: string, whole: boolean) =>
    list.some(
      (each) => each.attribute?.name === attribute && each.extension === undefined && !(whole && each.attribute !== undefined && each.sub),
    )
  return {
    type,
    ...(only && { only }),
    ...(without && { without }),
    shows: (attribute) => (only ? names(only, attribute, false) : !names(without, attribute, true)),
    asksFor: (attribute) => names(only, attribute, false),
  }
}

/** What the query asks for: names with commas between them. */
export function projectionIn(type: ResourceType, query: URLSearchParams): Projection {
  return projectionOf(type, listIn(query, 'attributes'), listIn(query, 'excludedAttributes'))
}

/** Whether the query says anything about what is to be shown. */
export function asksProjection(query: URLSearchParams): boolean {
  return query.size > 0 && (listIn(query, 'attributes').length > 0 || listIn(query, 'excludedAttributes').length > 0)
}

function listIn(query: URLSearchParams, name: string): string[] {
  return query.getAll(name).flatMap((value) =>
    value
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  )
}

/** Different names in one list: more than any resource has, and few enough to be held against every value that is shown. */
const mostNames = 256

/** Each name once, in whatever letter case it came. */
function fewNames(list: string, sent: readonly string[]): string[] {
  const names = [...new Set(sent.map((name) => name.toLowerCase()))]
  if (names.length <= mostNames) return names
  throw scimError(
    'invalidValue',
    `${list} may have ${mostNames} different names at most, ${names.length} were sent. GET /Schemas lists what there is to name.`,
    `${list} 最多包含 ${mostNames} 个不同的属性名，收到 ${names.length} 个，可用属性见 GET /Schemas。`,
  )
}

function namedIn(type: ResourceType, names: readonly string[]): Named[] {
  return names.flatMap((name): Named[] => {
    const extension = extensionNamed(type, name)
    if (extension) return [{ extension: extension.id }]
    const found = findBareAttribute(type, name)
    return found ? [found] : []
  })
}
