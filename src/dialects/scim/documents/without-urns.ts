import { isJsonObject } from '../../../contract/json/parse-json.ts'
import { named } from '../../../contract/shown.ts'
import type { ResourceType } from '../schemas/resource-type.ts'
import { scimError } from '../scim-error.ts'

type Members = Readonly<Record<string, unknown>>

/**
 * The members of a whole resource by the names that attributes have in it, where a client wrote some in full (RFC 7644 §3.10) or put those of the type's
 * own schema under its URN: `urn:…:core:2.0:User:title` is `title`. Refuses what is named in two ways.
 */
export function withoutUrns({ schema, extensions }: ResourceType, body: Members): Members {
  const own = schema.id.toLowerCase()
  const extensionOf = (folded: string) => extensions.find(({ id }) => folded.startsWith(`${id.toLowerCase()}:`))
  const isInFull = (folded: string) => folded === own || folded.startsWith(`${own}:`) || extensionOf(folded) !== undefined
  if (!Object.keys(body).some((name) => isInFull(name.toLowerCase()))) return body
  const members = new Named()
  const extended = new Map<string, Named>()
  for (const [name, value] of Object.entries(body)) {
    const folded = name.toLowerCase()
    const extension = extensionOf(folded)
    if (folded === own && isJsonObject(value)) members.putAll(value)
    else if (folded.startsWith(`${own}:`)) members.put(name.slice(own.length + 1), value)
    else if (extension) partOf(extended, extension.id).put(name.slice(extension.id.length + 1), value)
    else if (extensions.some(({ id }) => id.toLowerCase() === folded) && isJsonObject(value)) partOf(extended, name).putAll(value)
    else members.put(name, value)
  }
  for (const [urn, part] of extended) members.put(urn, part.asObject())
  return members.asObject()
}

function partOf(parts: Map<string, Named>, urn: string): Named {
  const key = urn.toLowerCase()
  const part = parts.get(key) ?? new Named()
  parts.set(key, part)
  return part
}

/** Members of which no two have one name: letter case means nothing in names. */
class Named {
  readonly #members = new Map<string, [name: string, value: unknown]>()

  put(name: string, value: unknown): void {
    const key = name.toLowerCase()
    if (this.#members.has(key)) {
      const twice = named(name)
      throw scimError(
        'invalidSyntax',
        `The body names ${twice} twice, with its URN and without. Send it once; nothing was changed.`,
        `请求正文以带 URN 与不带 URN 的名称重复给出了 ${twice}，请只发送一次，未作任何变更。`,
      )
    }
    this.#members.set(key, [name, value])
  }

  putAll(members: Members): void {
    for (const [name, value] of Object.entries(members)) this.put(name, value)
  }

  asObject(): Members {
    return Object.fromEntries(this.#members.values())
  }
}
