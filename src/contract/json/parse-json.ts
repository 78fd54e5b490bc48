import type { Text } from '../operation.ts'

type Reviver = (key: string, value: unknown, context: { source?: string }) => unknown
const parse = JSON.parse as (text: string, reviver?: Reviver) => unknown

/** The value of a JSON text; undefined, which no JSON text means, where it is none. */
export function parsedJson(text: string, reviver?: Reviver): unknown {
  try {
    return parse(text, reviver)
  } catch {
    return undefined
  }
}

/**
 * Why a text is no JSON, for the middle of a sentence: what stands before it unseen (RFC 8259 §8.1), or where the parser stopped, if it says so.
 * Nothing else of its message is told: that quotes the text, which may hold a secret.
 */
export function whyNoJson(text: string): Text {
  if (text.startsWith('\uFEFF'))
    return { en: 'it is not valid JSON, as a byte order mark (U+FEFF) stands before it', zh: '不是合法的 JSON（开头有字节序标记 U+FEFF）' }
  const [, line, column] = /\(line (\d+) column (\d+)\)/.exec(messageOf(text)) ?? []
  if (!line || !column) return { en: 'it is not valid JSON', zh: '不是合法的 JSON' }
  return { en: `it is not valid JSON at line ${line}, column ${column}`, zh: `第 ${line} 行第 ${column} 列不是合法的 JSON` }
}

function messageOf(text: string): string {
  try {
    JSON.parse(text)
    return ''
  } catch (fault) {
    return (fault as Error).message
  }
}

export function isJsonObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
