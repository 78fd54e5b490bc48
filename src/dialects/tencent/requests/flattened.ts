import { booleanOf } from '../../../contract/boolean-text.ts'
import { shown } from '../../../contract/shown.ts'
import { commonError } from '../common-errors.ts'
import type { TencentError } from '../tencent-error.ts'
import { isCommonParameter } from './common-parameters.ts'
import { propertyOf, type Shape } from './shape.ts'

type Tree = Map<string, Tree | string>

const longestList = 1000
const deepestName = 16

/**
 * Puts flat parameters such as `Members.0.Name` together again, following the input's schema, which tells numbers from texts.
 * What does not fit the schema is left as it came, for validation to refuse with its reason. Common parameters are left out.
 */
export function unflatten(parameters: ReadonlyMap<string, string>, input: Shape): Record<string, unknown> {
  const tree: Tree = new Map()
  for (const [name, text] of parameters) {
    if (isCommonParameter(name) && !propertyOf(input, name)) continue
    place(tree, name, text)
  }
  return assembled(tree, input, '') as Record<string, unknown>
}

function place(tree: Tree, name: string, text: string): void {
  const steps = name.split('.')
  if (steps.length > deepestName) throw misplaced(name)
  const last = steps.pop() as string
  let at = tree
  for (const step of steps) {
    const next = at.get(step) ?? new Map()
    if (typeof next === 'string') throw misplaced(name)
    at.set(step, next)
    at = next
  }
  if (at.has(last)) throw misplaced(name)
  at.set(last, text)
}

function assembled(tree: Tree | string, shape: Shape | undefined, path: string): unknown {
  if (typeof tree === 'string') return scalar(tree, shape)
  if (shape?.type === 'array') return list(tree, shape.items, path)
  const entries = [...tree].map(([name, below]) => [
    name,
    assembled(below, propertyOf(shape, name), path === '' ? name : `${path}.${name}`),
  ])
  return Object.fromEntries(entries)
}

function list(tree: Tree, items: Shape | undefined, path: string): unknown[] {
  if (tree.size > longestList) {
    throw commonError('InvalidParameterValue', {
      en: `\`${path}\` has ${tree.size} entries; at most ${longestList} can be sent this way.`,
      zh: `\`${path}\` 有 ${tree.size} 项，最多 ${longestList} 项。`,
    })
  }
  return Array.from({ length: tree.size }, (_, index) => {
    const entry = tree.get(String(index))
    if (entry === undefined) {
      throw commonError('InvalidParameter', {
        en: `The indexes of \`${path}\` must run from 0 without a gap: ${path}.${index} is missing.`,
        zh: `\`${path}\` 的下标必须从 0 开始连续：缺少 ${path}.${index}。`,
      })
    }
    return assembled(entry, items, `${path}.${index}`)
  })
}

function scalar(text: string, shape: Shape | undefined): unknown {
  if (shape?.type === 'integer' && /^-?\d{1,20}$/.test(text)) {
    const number = Number(text)
    return Number.isSafeInteger(number) ? number : BigInt(text)
  }
  if (shape?.type === 'bigint' && /^-?\d{1,20}$/.test(text)) return BigInt(text)
  if (shape?.type === 'number' && /^-?\d{1,20}(\.\d{1,20})?$/.test(text)) return Number(text)
  if (shape?.type === 'boolean') return booleanOf(text) ?? text
  return text
}

function misplaced(name: string): TencentError {
  return commonError('InvalidParameter', {
    en: `The parameter ${shown(name)} contradicts another parameter's place, or nests too deep.`,
    zh: `参数 ${shown(name)} 与其他参数的层级冲突，或嵌套过深。`,
  })
}
