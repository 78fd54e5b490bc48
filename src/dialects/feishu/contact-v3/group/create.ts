import { Type } from 'typebox'
import { createCompanyGroup, type NewCompanyGroup } from '../../../../directory/company-groups/create-group.ts'
import { companyStream } from '../../../../directory/events.ts'
import type { Call } from '../../call.ts'
import { endpoint } from '../../declaration.ts'
import { idTypes } from '../../schemas.ts'
import { type DynamicFields, dynamicFields, keptRule, keptVisibility, neverByRules, ruleErrors } from './dynamic-rule.ts'
import { badField, groupDescription, groupName, groupWriter, kindOf, newGroupId } from './group-fields.ts'

interface Body extends DynamicFields {
  readonly name: string
  readonly description?: string
  readonly type?: number
  readonly group_id?: string
}

export const createGroup = endpoint({
  ...groupWriter,
  name: 'group.create',
  area: 'group',
  summary: { en: 'Add a user group, with an id of the company or a new one', zh: '创建用户组' },
  source: 'contact-v3, group/create',
  method: 'POST',
  route: '/open-apis/contact/v3/group',
  query: idTypes,
  body: {
    name: Type.String({ missing: 42001 }),
    description: Type.Optional(Type.String()),
    type: Type.Optional(Type.Integer({ minimum: 1, maximum: 2, refusal: 42003 })),
    group_id: Type.Optional(newGroupId),
    ...dynamicFields,
  },
  output: Type.Object({ group_id: Type.String() }),
  errors: {
    ...ruleErrors,
    40003: [500, 'internal error'],
    42002: [400, 'group_id invalid'],
    42003: [400, 'group type invalid'],
    42001: [400, 'group name empty'],
    42013: [400, 'group name exceed limit'],
    42014: [400, 'group description exceed limit'],
    42010: [403, 'not has all authority error'],
    47005: [400, 'duplicate group id error'],
    47009: [400, 'duplicated name error'],
    42016: [400, 'user group number exceed limit'],
    42015: [400, 'user group disable'],
    40001: [400, 'parameter invalid'],
    42021: [400, 'exist unsupported dynamic group operatrion'],
    42024: [400, 'no permission to create a dynamic group'],
    42025: [400, 'invalid joinner rule'],
    42027: [400, 'group visible scope is not valid'],
  },
  faults: [40003],
  unreachable: {
    ...neverByRules,
    42024: 'What permission it takes is not published: a company that does not let dynamic groups be made here answers 42003',
  },
  async handle(call, { body }) {
    const group = newGroup(call, body)
    const { company, covering, session } = call
    const { id } = await session.write(companyStream(company.id), (tx) => createCompanyGroup(tx, session.ports, covering, group))
    return { group_id: id }
  },
})

function newGroup({ company: { facts } }: Call, body: Body): NewCompanyGroup {
  const { description, group_id: id, type = 1 } = body
  const plain: NewCompanyGroup = {
    ...(id && { id }),
    name: groupName(body.name, 42001),
    ...(description !== undefined && { description: groupDescription(description) }),
    kind: kindOf(type),
  }
  if (!facts.dynamicGroups) return plain
  if (plain.kind === 'normal') requireNoRule(body)
  return {
    ...plain,
    ...(plain.kind === 'dynamic' && { rule: keptRule(body, facts.limits.departmentsOfRule) }),
    ...(body.visible_scope !== undefined && { visibility: keptVisibility(body.visible_scope, 42027) }),
  }
}

/** The page speaks of no rules; a group that never gets the people its rule finds would come as a surprise. Refuses with 42003. */
function requireNoRule({ dynamic_group_rule: rule, department_scope_list: scope }: Body): void {
  if (rule === undefined && scope === undefined) return
  const field = rule === undefined ? 'department_scope_list' : 'dynamic_group_rule'
  throw badField(42003, field, rule ?? scope, {
    en: `${field} is for dynamic groups; this one is normal. Send type 2, or leave ${field} out.`,
    zh: `${field} 仅适用于动态用户组，该用户组为普通用户组，请将 type 设为 2 或去掉 ${field}。`,
  })
}
