import { Type } from 'typebox'
import { type CompanyGroupChanges, changeCompanyGroup } from '../../../../directory/company-groups/change-group.ts'
import { companyGroupNow } from '../../../../directory/company-groups/find-group.ts'
import { companyStream } from '../../../../directory/events.ts'
import { Refused } from '../../../../directory/refusals.ts'
import type { Tx } from '../../../../directory/session.ts'
import type { Call } from '../../call.ts'
import { endpoint } from '../../declaration.ts'
import { idTypes } from '../../schemas.ts'
import { type DynamicFields, dynamicFields, keptRule, keptVisibility, neverByRules, ruleErrors } from './dynamic-rule.ts'
import { groupDescription, groupName, groupPath, groupWriter } from './group-fields.ts'

interface Body extends DynamicFields {
  readonly name?: string
  readonly description?: string
}

export const patchGroup = endpoint({
  ...groupWriter,
  name: 'group.patch',
  area: 'group',
  summary: { en: 'Change the name or the description of a user group; what is absent stays', zh: '更新用户组' },
  source: 'contact-v3, group/patch',
  method: 'PATCH',
  route: '/open-apis/contact/v3/group/:group_id',
  path: groupPath,
  query: idTypes,
  body: { name: Type.Optional(Type.String({ examples: ['…'] })), description: Type.Optional(Type.String()), ...dynamicFields },
  output: Type.Object({}),
  errors: {
    ...ruleErrors,
    40003: [500, 'internal error'],
    42002: [400, 'invalid group_id'],
    42013: [400, 'group name exceed limit'],
    42014: [400, 'group description exceed limit'],
    42009: [403, 'no userGroup authority error'],
    42015: [400, 'user group disable'],
    47009: [400, 'duplicated name error'],
    40001: [400, 'parameter invalid'],
    42021: [400, 'exist unsupported dynamic group operation'],
    42024: [400, 'no permission to create a dynamic group'],
    42025: [400, 'invalid joiner rule'],
  },
  faults: [40003],
  unreachable: {
    ...neverByRules,
    42024: 'It is said of creating a group; a dynamic group that may not be changed here answers 42003',
  },
  chosen: {
    42003: {
      http: 400,
      msg: 'group type invalid',
      reason: 'Dynamic groups are not changed through this wire, nor do normal ones get a rule, for which the page names no code',
    },
  },
  async handle(call, { path, body }) {
    const plain = changesOf(call, body)
    const { company, covering, session } = call
    await session.write(companyStream(company.id), async (tx) => {
      const changes = speaksOfRule(call, body) ? { ...plain, rule: await ruleOf(tx, call, path.group_id, body) } : plain
      await changeCompanyGroup(tx, covering, path.group_id, changes)
    })
    return {}
  },
})

function changesOf({ company: { facts } }: Call, { name, description, visible_scope: visibility }: Body): CompanyGroupChanges {
  return {
    ...(name !== undefined && { name: groupName(name, 40001) }),
    ...(description !== undefined && { description: groupDescription(description) }),
    ...(facts.dynamicGroups && visibility !== undefined && { visibility: keptVisibility(visibility, 40001) }),
  }
}

function speaksOfRule({ company: { facts } }: Call, { dynamic_group_rule: rule, department_scope_list: scope }: Body): boolean {
  return facts.dynamicGroups && (rule !== undefined || scope !== undefined)
}

/** The rule that a dynamic group is to have: of its parts, what is absent stays. Refuses with `company_group_is_normal` too. */
async function ruleOf(tx: Tx, { company, covering }: Call, id: string, body: Body): Promise<CompanyGroupChanges['rule']> {
  const { kind, rule: held } = await companyGroupNow(tx, covering, id)
  if (kind === 'normal') throw new Refused({ fact: 'company_group_is_normal', group: id })
  const { dynamic_group_rule = held?.dynamic_group_rule, department_scope_list = held?.department_scope_list } = body
  return keptRule({ dynamic_group_rule, department_scope_list }, company.facts.limits.departmentsOfRule)
}
