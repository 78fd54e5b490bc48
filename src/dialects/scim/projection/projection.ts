import { type AttributePath, extensionNamed, findAttribute } from '../schemas/attribute-path.ts'
import type { ResourceType } from '../schemas/resource-type.ts'
import { scimError } from '../scim-error.ts'

/** Which attributes a client wants to be shown (RFC 7644 §3.9). */
export interface Projection {
  readonly type: ResourceType
  /** Only these beside what is always shown. */
  readonly only?: readonly Named[]
  /** All but these. */
  readonly without?: readonly Named[]
  /** Whether `attribute` of the core schema would be shown. `eager`: also when nothing was said of it. */
  shows(attribute: string, eager: boolean): boolean
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
  const only = attributes.length > 0 ? namedIn(type, attributes) : undefined
  const without = excluded.length > 0 ? namedIn(type, excluded) : undefined
  const names = (list: readonly Named[] = [], attribute: string, whole: boolean) =>
    list.some(
      (each) => each.attribute?.name === attribute && each.extension === undefined && !(whole && each.attribute !== undefined && each.sub),
    )
  return {
    type,
    ...(only && { only }),
    ...(without && { without }),
    shows: (attribute, eager) => (only ? names(only, attribute, false) : eager && !names(without, attribute, true)),
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

function namedIn(type: ResourceType, names: readonly string[]): Named[] {
  return names.flatMap((name): Named[] => {
    const extension = extensionNamed(type, name)
    if (extension) return [{ extension: extension.id }]
    const found = findAttribute(type, name)
    return found ? [found] : []
  })
}
