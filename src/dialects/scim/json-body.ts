import { isUtf8 } from 'node:buffer'
import type { Request } from '../../contract/exchange.ts'
import { unkeepableIn } from '../../contract/json/keepable.ts'
import { isJsonObject, parsedJson, whyNoJson } from '../../contract/json/parse-json.ts'
import { scanJson } from '../../contract/json/scan-json.ts'
import { named } from '../../contract/shown.ts'
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
  const value = parsedJson(text)
  if (value === undefined) {
    const { en, zh } = whyNoJson(text)
    throw malformed(en, zh)
  }
  if (!isJsonObject(value)) throw malformed('it must be one object', '必须是一个对象')
  const { deep, doubled } = scanJson(text, deepest, attributeName)
  if (deep) throw malformed(`it nests deeper than ${deepest} levels`, `嵌套超过 ${deepest} 层`)
  if (doubled !== undefined) {
    throw malformed(`it names \`${named(doubled)}\` more than once in one object`, `同一对象中重复出现 \`${named(doubled)}\``)
  }
  if (unkeepableIn(text, value) !== undefined) {
    throw malformed('a text in it holds the character U+0000 or half of a surrogate pair', '其中的文本包含 U+0000 或不成对的代理字符')
  }
  return value
}

/** How deep objects and lists may nest. */
const deepest = 32

/** Names of attributes are the same in any letter case. */
const attributeName = (name: string) => name.toLowerCase()

function malformed(en: string, zh: string): ScimError {
  return scimError(
    'invalidSyntax',
    `The body cannot be read: ${en}. Send one JSON object; nothing was changed.`,
    `请求正文无法解析：${zh}。请发送一个 JSON 对象，未作任何变更。`,
  )
}
