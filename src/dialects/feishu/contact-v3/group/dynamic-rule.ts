import { Type } from 'typebox'
import { isJsonObject } from '../../../../contract/json/parse-json.ts'
import type { CompanyGroup, Verbatim } from '../../../../directory/company-groups/group.ts'
import type { ErrorTable } from '../../declaration.ts'
import { badField } from './group-fields.ts'

/** What only the types of the official clients speak of. It is kept and shown as it was sent: its vocabulary is not published. */
export const dynamicFields = {
  dynamic_group_rule: Type.Optional(Type.Unknown({ description: 'Read where dynamic groups are on' })),
  visible_scope: Type.Optional(Type.Unknown({ description: 'Read where dynamic groups are on' })),
  department_scope_list: Type.Optional(Type.Unknown({ description: 'Read where dynamic groups are on' })),
}

/** What the pages of creating and of changing list alike of rules; 42021 and 42025 they spell differently. */
export const ruleErrors: ErrorTable = {
  42018: [400, 'exist invalid dynamic group rule'],
  42019: [400, 'exist invalid dynamic group rule expression'],
  42020: [400, 'exist unsupported dynamic group rule expression field'],
  42022: [400, 'exist invalid expression value or values'],
  42026: [400, 'department scope exceed limit'],
}

export const neverByRules = {
  42020: 'Which fields a rule may name is not published: every field is taken',
  42021: 'Which operators a rule may use is not published: every operator is taken',
}

export interface DynamicFields {
  readonly dynamic_group_rule?: unknown
  readonly visible_scope?: unknown
  readonly department_scope_list?: unknown
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.length > 0 && value.every(isText)

const levels: readonly unknown[] = ['recursive', 'non_recursive', undefined]
const scopeTypes: readonly unknown[] = ['invisible', 'public', 'group_member_visible', 'specified_scope_visible']

/** The code that says what is wrong with a rule; undefined for one of the published form. */
function faultOf(rule: unknown): { code: number; field: string } | undefined {
  const field = 'dynamic_group_rule'
  if (!isJsonObject(rule) || !levels.includes(rule.department_level)) return { code: 42018, field }
  const { expressions, joiner_rule: joiner } = rule
  if (!Array.isArray(expressions) || expressions.length === 0) return { code: 42019, field: `${field}.expressions` }
  for (const [index, expression] of expressions.entries()) {
    const code = expressionFault(expression)
    if (code !== undefined) return { code, field: `${field}.expressions[${index}]` }
  }
  return joiner === undefined || isText(joiner) ? undefined : { code: 42025, field: `${field}.joiner_rule` }
}

/** An expression names a field and an operator, and has one value or some, not both. */
function expressionFault(expression: unknown): number | undefined {
  if (!isJsonObject(expression) || !isText(expression.field) || !isText(expression.operator)) return 42019
  const { value, values } = expression
  const one = value !== undefined && isText(value) && values === undefined
  const some = values !== undefined && isTexts(values) && value === undefined
  return one || some ? undefined : 42022
}

/** The rule of a dynamic group, as it is kept. Refuses with 42018, 42019, 42022, 42025, 42026. */
export function keptRule({ dynamic_group_rule: rule, department_scope_list: scope }: DynamicFields, mostDepartments: number): Verbatim {
  const fault = faultOf(rule)
  if (fault) {
    throw badField(fault.code, fault.field, rule, {
      en: `${fault.field} does not have the form of a rule: a level, expressions of field, operator and one value or some, and a joiner. Correct it.`,
      zh: `${fault.field} 不符合动态用户组规则的格式，请检查部门层级、表达式及组合方式后重试。`,
    })
  }
  if (scope === undefined) return { dynamic_group_rule: rule }
  if (isTexts(scope) && scope.length <= mostDepartments) return { dynamic_group_rule: rule, department_scope_list: scope }
  throw badField(42026, 'department_scope_list', scope, {
    en: `department_scope_list must hold 1 to ${mostDepartments} department ids.`,
    zh: `department_scope_list 应包含 1 至 ${mostDepartments} 个部门 ID。`,
  })
}

/** Who may see a group, as it is kept. `code` is the endpoint's for one that does not have the published form. */
export function keptVisibility(scope: unknown, code: number): Verbatim {
  if (isJsonObject(scope) && scopeTypes.includes(scope.visible_scope_type)) return scope
  throw badField(code, 'visible_scope', scope, {
    en: `visible_scope.visible_scope_type must be one of ${scopeTypes.join(', ')}.`,
    zh: `visible_scope.visible_scope_type 应为 ${scopeTypes.join('、')} 之一。`,
  })
}

/** Whether this wire can show the rule of a group: the administration may set others. */
export function isShowable({ rule }: CompanyGroup): boolean {
  return rule === null || (isJsonObject(rule) && faultOf(rule.dynamic_group_rule) === undefined)
}

/** The rule and the visibility of a group, where it has them. */
export function showDynamic({ kind, rule, visibility }: CompanyGroup) {
  const kept = rule as { dynamic_group_rule?: object; department_scope_list?: string[] } | null
  return {
    ...(kind === 'dynamic' && kept && { dynamic_group_rule: { ...kept.dynamic_group_rule, group_status: 'completed' } }),
    ...(kept?.department_scope_list && { department_scope_list: kept.department_scope_list }),
    ...(visibility && { visible_scope: visibility }),
  }
}
