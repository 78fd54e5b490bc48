import { scimError } from './scim-error.ts'

const longest = 256

/** What a resource is known by at its source; empty when it is null or left out. */
export function externalIdOf(sent: unknown): string {
  if (sent === undefined || sent === null) return ''
  if (typeof sent === 'string' && [...sent].length <= longest) return sent
  throw scimError(
    'invalidValue',
    `externalId must be a text of at most ${longest} characters.`,
    `externalId 必须是不超过 ${longest} 个字符的文本。`,
  )
}
