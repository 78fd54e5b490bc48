import { Type } from 'typebox'
import { organizationStream } from '../../../directory/events.ts'
import { changeOrganization as change } from '../../../directory/organizations/change-organization.ts'
import { adminOperation } from '../admin-operation.ts'
import { organizationId } from '../fields.ts'
import { strictObject } from '../strict-object.ts'
import { someOrganizationFacts } from './organization-facts.ts'
import { adoption, organization, showOrganization, someQuotas } from './organization-fields.ts'
import { someLimits } from './organization-limits.ts'

export const changeOrganization = adminOperation({
  name: 'ChangeOrganization',
  area: 'organizations',
  summary: {
    en: 'Set limits and facts of an organization, and quotas and adoption of its zone; what exceeds a lowered limit or quota stays',
    zh: '设置集团组织的限额和事实信息，及其空间的配额和接管规则，已超出的部分保留',
  },
  kind: 'write',
  method: 'PATCH',
  path: '/admin/v1/organizations/:organization',
  params: { organization: organizationId },
  body: strictObject(
    {
      limits: Type.Optional(someLimits),
      facts: Type.Optional(someOrganizationFacts),
      quotas: Type.Optional(someQuotas),
      adoption: Type.Optional(adoption),
    },
    { minProperties: 1 },
  ),
  output: organization,
  status: 200,
  errors: ['organization_not_found', 'zone_not_open'],
  async handle({ session }, { params, body }) {
    const { organization: id } = params
    return showOrganization(await session.write(organizationStream(id), (tx) => change(tx, id, body)))
  },
})
