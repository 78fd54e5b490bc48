import { scimError } from '../scim-error.ts'

const longest = 128

/** A group's name as a source may give it: other directories' groups have spaces and signs that a name given by hand has not. */
export function groupName(sent: unknown): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
  if (typeof sent === 'string' && sent.trim() !== '' && [...sent].length <= longest && !/[\u0000-\u001f\u007f]/.test(sent)) return sent
  throw scimError(
    'invalidValue',
    `displayName of a group must be a text of 1 to ${longest} characters without control characters.`,
    `用户组的 displayName 必须是 1 至 ${longest} 个字符的文本，且不含控制字符。`,
  )
}
