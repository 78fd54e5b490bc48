import { isUtf8 } from 'node:buffer'
import type { Text } from '../../../contract/operation.ts'
import { shown } from '../../../contract/shown.ts'
import { commonError } from '../common-errors.ts'
import type { TencentError } from '../tencent-error.ts'

const most = 4096

/** Reads the body of a form. */
export function readForm(body: Buffer): Map<string, string> {
  if (!isUtf8(body)) throw malformed({ en: 'The form is not UTF-8.', zh: '表单不是 UTF-8 编码。' })
  // Written out or not: no database of ours keeps it.
  if (body.includes(0)) throw malformed({ en: 'The form holds the character U+0000.', zh: '表单包含字符 U+0000。' })
  return readPairs(body.toString())
}

/** Reads a query as it was sent. */
export function readQuery(query: string): Map<string, string> {
  if (/[^!-~]/.test(query)) {
    throw malformed({ en: 'The query must be percent-encoded UTF-8.', zh: '查询串必须是百分号编码的 UTF-8。' })
  }
  return readPairs(query)
}

function readPairs(text: string): Map<string, string> {
  const parameters = new Map<string, string>()
  for (const pair of text.split('&')) {
    if (pair === '') continue
    const equals = pair.indexOf('=')
    const name = decoded(equals === -1 ? pair : pair.slice(0, equals))
    if (parameters.has(name)) {
      throw malformed({ en: `The parameter ${shown(name)} was sent more than once.`, zh: `参数 ${shown(name)} 重复。` })
    }
    if (parameters.size === most) throw malformed({ en: `More than ${most} parameters were sent.`, zh: `参数超过 ${most} 个。` })
    parameters.set(name, equals === -1 ? '' : decoded(pair.slice(equals + 1)))
  }
  return parameters
}

function decoded(text: string): string {
  if (!text.includes('%') && !text.includes('+')) return text
  if (text.includes('%00')) throw malformed({ en: `${shown(text)} holds the character U+0000.`, zh: `${shown(text)} 包含字符 U+0000。` })
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    throw malformed({ en: `${shown(text)} is not percent-encoded UTF-8.`, zh: `${shown(text)} 不是百分号编码的 UTF-8。` })
  }
}

function malformed(problem: Text): TencentError {
  return commonError('InvalidParameter', problem)
}
