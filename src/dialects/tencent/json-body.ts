import { isUtf8 } from 'node:buffer'
import type { Text } from '../../contract/operation.ts'
import { commonError, type TencentError } from './common-errors.ts'
import { endOfString, firstDuplicate } from './json-text.ts'

/** How deep objects and lists may nest. */
const deepest = 16

type Reviver = (key: string, value: unknown, context: { source?: string }) => unknown
const parse = JSON.parse as (text: string, reviver?: Reviver) => unknown

/**
 * Reads the parameters of a JSON request. Refuses what two readers could understand differently: duplicate members,
 * bytes that are no UTF-8. Whole numbers beyond 2^53 arrive as BigInt. An empty body is no parameters.
 */
export function readJson(body: Buffer): Record<string, unknown> {
  if (body.length === 0) return {}
  if (!isUtf8(body)) throw malformed({ en: 'it is not UTF-8', zh: '不是 UTF-8 编码' })
  const text = body.toString()
  const seen = scan(text)
  const value = parsed(text, seen.longestNumber >= 16)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw malformed({ en: 'it must be one object', zh: '必须是一个对象' })
  // JSON.parse keeps the last of equal names, so a duplicate shows as a member that is in the text and not in the value.
  if (seen.members !== membersOf(value)) {
    const name = firstDuplicate(text)
    throw malformed({ en: `it names \`${name}\` more than once in one object`, zh: `同一对象中重复出现 \`${name}\`` })
  }
  if (perhapsUnkeepable.test(text)) refuseUnkeepable(value)
  return value as Record<string, unknown>
}

/** Escapes that may write U+0000 or half of a surrogate pair: bytes that are UTF-8 hold no half. */
const perhapsUnkeepable = /\\u(0000|d[89a-f])/i

/** No database of ours keeps them, and no directory needs them. */
function refuseUnkeepable(value: unknown): void {
  if (typeof value === 'string') {
    if (value.includes('\0')) throw malformed({ en: 'a text in it holds the character U+0000', zh: '其中的文本包含字符 U+0000' })
    if (!value.isWellFormed()) throw malformed({ en: 'a text in it holds half of a surrogate pair', zh: '其中的文本包含不成对的代理字符' })
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, entry] of Object.entries(value)) {
      refuseUnkeepable(name)
      refuseUnkeepable(entry)
    }
  }
}

/** Counts members, watches the depth and measures the longest run of digits, outside strings. */
function scan(text: string): { members: number; longestNumber: number } {
  let members = 0
  let depth = 0
  let digits = 0
  let longestNumber = 0
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at)
    if (char >= 48 && char <= 57) {
      digits++
      if (digits > longestNumber) longestNumber = digits
      continue
    }
    digits = 0
    if (char === 34) at = endOfString(text, at)
    else if (char === 58) members++
    else if (char === 123 || char === 91) {
      depth++
      if (depth > deepest) throw malformed({ en: `it nests deeper than ${deepest} levels`, zh: `嵌套超过 ${deepest} 层` })
    } else if (char === 125 || char === 93) depth--
  }
  return { members, longestNumber }
}

function parsed(text: string, long: boolean): unknown {
  try {
    return long ? parse(text, exactly) : parse(text)
  } catch {
    throw malformed({ en: 'it is not valid JSON', zh: '不是合法的 JSON' })
  }
}

/** 64-bit numbers have at most 20 digits; longer ones stay imprecise and fail every range. */
function exactly(_key: string, value: unknown, context: { source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value) || context.source === undefined) return value
  return /^-?\d{16,20}$/.test(context.source) ? BigInt(context.source) : value
}

function membersOf(value: object): number {
  const entries = Array.isArray(value) ? value : Object.values(value)
  let members = Array.isArray(value) ? 0 : entries.length
  for (const entry of entries) if (typeof entry === 'object' && entry !== null) members += membersOf(entry)
  return members
}

function malformed(problem: Text): TencentError {
  return commonError('InvalidParameter', {
    en: `The request body cannot be read: ${problem.en}. Send one JSON object.`,
    zh: `请求正文无法解析：${problem.zh}。请发送一个 JSON 对象。`,
  })
}
