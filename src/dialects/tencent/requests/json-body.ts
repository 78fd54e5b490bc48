import { isUtf8 } from 'node:buffer'
import { unkeepableIn } from '../../../contract/json/keepable.ts'
import { isJsonObject, parsedJson, whyNoJson } from '../../../contract/json/parse-json.ts'
import { scanJson } from '../../../contract/json/scan-json.ts'
import type { Text } from '../../../contract/operation.ts'
import { named } from '../../../contract/shown.ts'
import { commonError } from '../common-errors.ts'
import type { TencentError } from '../tencent-error.ts'

/** How deep objects and lists may nest. */
const deepest = 16

/**
 * Reads the parameters of a JSON request. Refuses what two readers could understand differently, and texts that no database keeps. Whole numbers
 * beyond 2^53 arrive as BigInt. An empty body is no parameters.
 */
export function readBody(body: Buffer): Record<string, unknown> {
  if (body.length === 0) return {}
  if (!isUtf8(body)) throw malformed({ en: 'it is not UTF-8', zh: '不是 UTF-8 编码' })
  const text = body.toString()
  const { deep, members, longestNumber } = scanJson(text, deepest)
  if (deep) throw malformed({ en: `it nests deeper than ${deepest} levels`, zh: `嵌套超过 ${deepest} 层` })
  const value = parsedJson(text, longestNumber >= 16 ? exactly : undefined)
  if (value === undefined) throw malformed(whyNoJson(text))
  if (!isJsonObject(value)) throw malformed({ en: 'it must be one object', zh: '必须是一个对象' })
  // JSON.parse keeps the last of equal names, so a duplicate shows as a member that is in the text and not in the value.
  if (members !== membersOf(value)) {
    const name = named(scanJson(text, deepest, (written) => written).doubled ?? '')
    throw malformed({ en: `it names \`${name}\` more than once in one object`, zh: `同一对象中重复出现 \`${name}\`` })
  }
  const unkeepable = unkeepableIn(text, value)
  if (unkeepable?.includes('\0')) throw malformed({ en: 'a text in it holds the character U+0000', zh: '其中的文本包含字符 U+0000' })
  if (unkeepable !== undefined) throw malformed({ en: 'a text in it holds half of a surrogate pair', zh: '其中的文本包含不成对的代理字符' })
  return value
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

function malformed({ en, zh }: Text): TencentError {
  return commonError('InvalidParameter', {
    en: `The request body cannot be read: ${en}. Send one JSON object.`,
    zh: `请求正文无法解析：${zh}。请发送一个 JSON 对象。`,
  })
}
