import type { TSchema } from 'typebox'
import { Check } from 'typebox/value'
import { commonError } from '../common-errors.ts'
import { shownParameter } from '../shown-parameter.ts'
import { TencentError } from '../tencent-error.ts'
import { expected, expectedType, isOfType } from './expectations.ts'
import { propertyOf, type Shape } from './shape.ts'

/** What is wrong with an input, at most one of each kind; the kinds stand in the order in which they are told. */
interface Findings {
  unknown?: TencentError
  missing?: TencentError
  type?: TencentError
  value?: TencentError
}

/** The refusal of an input that its schema does not accept. */
export function firstFinding(shape: Shape, input: unknown): TencentError {
  const found: Findings = {}
  look(shape, input, '', undefined, found)
  return found.unknown ?? found.missing ?? found.type ?? found.value ?? commonError('InvalidParameter', unexplained)
}

const unexplained = { en: 'The parameters do not fit together as documented.', zh: '参数组合不符合文档规定。' }

function look(shape: Shape, value: unknown, path: string, refusal: string | undefined, found: Findings): void {
  const own = shape.refusal ?? refusal
  if (!isOfType(shape, value)) {
    found.type ??= wrongType(shape, value, path)
    return
  }
  // Of several possible shapes, the one of the value's own kind is the one that was meant.
  const meant = shape.anyOf?.find((branch) => isOfType(branch, value) && (branch.properties || branch.items)) ?? shape
  if (meant.properties) lookIntoObject(meant, value as Record<string, unknown>, path, own, found)
  else if (Array.isArray(value) && meant.items) lookIntoList(meant, meant.items, value, path, own, found)
  else if (!Check(shape as TSchema, value)) found.value ??= wrongValue(shape, value, path, own)
}

function lookIntoObject(shape: Shape, value: Record<string, unknown>, path: string, refusal: string | undefined, found: Findings): void {
  const prefix = path === '' ? '' : `${path}.`
  for (const name of Object.keys(value)) {
    const property = propertyOf(shape, name)
    if (property) look(property, value[name], prefix + name, refusal, found)
    else found.unknown ??= commonError('UnknownParameter', prefix + name, Object.keys(shape.properties ?? {}).join(', '))
  }
  for (const name of shape.required ?? []) {
    if (!Object.hasOwn(value, name)) found.missing ??= commonError('MissingParameter', prefix + name)
  }
}

function lookIntoList(shape: Shape, items: Shape, value: unknown[], path: string, refusal: string | undefined, found: Findings): void {
  value.forEach((entry, index) => {
    look(items, entry, `${path}.${index}`, refusal, found)
  })
  const fits: boolean = Check(shape as TSchema, value)
  if (!fits && found.value === undefined && found.type === undefined) {
    const allowed = expected(shape)
    found.value = new TencentError(refusal ?? 'InvalidParameterValue', {
      en: `The parameter \`${path}\` has ${value.length} entries; allowed: ${allowed.en}.`,
      zh: `参数 \`${path}\` 有 ${value.length} 项，允许：${allowed.zh}。`,
    })
  }
}

function wrongType(shape: Shape, value: unknown, path: string): TencentError {
  const sent = shownParameter(path, value)
  const wanted = expectedType(shape)
  const name = path === '' ? 'body' : path
  return commonError('InvalidParameter', {
    en: `The parameter \`${name}\` must be ${wanted.en}; sent: ${sent}.`,
    zh: `参数 \`${name}\` 类型应为${wanted.zh}，收到 ${sent}。`,
  })
}

function wrongValue(shape: Shape, value: unknown, path: string, refusal: string | undefined): TencentError {
  const allowed = expected(shape)
  const sent = shownParameter(path, value)
  return new TencentError(refusal ?? 'InvalidParameterValue', {
    en: `The parameter \`${path}\` does not allow ${sent}; allowed: ${allowed.en}.`,
    zh: `参数 \`${path}\` 的值 ${sent} 不合法，允许：${allowed.zh}。`,
  })
}
