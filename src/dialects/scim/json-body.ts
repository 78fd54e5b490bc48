import { isUtf8 } from 'node:buffer'
import type { Request } from '../../contract/exchange.ts'
import { scanJson } from './json-scan.ts'
import { type ScimError, scimError } from './scim-error.ts'

/** The object of a JSON body. Refuses what two readers could understand differently, and texts that no database keeps. */
export function readBody({ body, oversized, headers }: Request, limit: number): Record<string, unknown> {
  if (oversized) {
    throw scimError(
      'tooLarge',
      `A body may have ${limit} bytes here. Send less at once; nothing was changed.`,
      `请求正文最多 ${limit} 字节，请减少单次内容，未作任何变更。`,
    )
  }
  const type = headers['content-type'] ?? ''
  if (!/^application\/(scim\+)?json *(; *charset *= *"?utf-8"? *)?$/i.test(type)) {
    throw malformed(
      'the Content-Type must be application/scim+json or application/json, in UTF-8',
      'Content-Type 应为 application/scim+json 或 application/json（UTF-8）',
    )
  }
  if (body.length === 0) throw malformed('it is empty', '正文为空')
  if (!isUtf8(body)) throw malformed('it is not UTF-8', '不是 UTF-8 编码')
  const text = body.toString()
  const value = parsed(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed('it must be one object', '必须是一个对象')
  const { deep, doubled } = scanJson(text, deepest)
  if (deep) throw malformed(`it nests deeper than ${deepest} levels`, `嵌套超过 ${deepest} 层`)
  if (doubled !== undefined) {
    throw malformed(`it names \`${doubled.slice(0, 60)}\` more than once in one object`, `同一对象中重复出现 \`${doubled.slice(0, 60)}\``)
  }
  if (perhapsUnkeepable.test(text) && holdsUnkeepable(value)) {
    throw malformed('a text in it holds the character U+0000 or half of a surrogate pair', '其中的文本包含 U+0000 或不成对的代理字符')
  }
  return value as Record<string, unknown>
}

/** How deep objects and lists may nest. */
const deepest = 32

/** Escapes that may write U+0000 or half of a surrogate pair. */
const perhapsUnkeepable = /\\u(0000|d[89a-f])/i

function holdsUnkeepable(value: unknown): boolean {
  if (typeof value === 'string') return !keepable(value)
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([name, entry]) => !keepable(name) || holdsUnkeepable(entry))
}

/** Whether every database keeps this text as it is. */
export function keepable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw malformed('it is not valid JSON', '不是合法的 JSON')
  }
}

function malformed(en: string, zh: string): ScimError {
  return scimError(
    'invalidSyntax',
    `The body cannot be read: ${en}. Send one JSON object; nothing was changed.`,
    `请求正文无法解析：${zh}。请发送一个 JSON 对象，未作任何变更。`,
  )
}
