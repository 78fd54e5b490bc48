import { organizationWithZone } from '../../../directory/organizations/find-organization.ts'
import { Refused } from '../../../directory/refusals.ts'
import { adjustQuotas } from '../../../directory/zones/adjust-quotas.ts'
import { adminOperation } from '../admin-operation.ts'
import { organizationId } from '../fields.ts'
import { strictObject } from '../strict-object.ts'
import { organization, showOrganization, someQuotas } from './organization-fields.ts'

export const changeOrganization = adminOperation({
  name: 'ChangeOrganization',
  area: 'organizations',
  summary: {
    en: 'Set quotas of an organization and its zone; what exceeds a lowered quota stays',
    zh: '设置集团组织及其空间的配额，已超出的部分保留',
  },
  kind: 'write',
  method: 'PATCH',
  path: '/admin/v1/organizations/:organization',
  params: { organization: organizationId },
  body: strictObject({ quotas: someQuotas }),
  output: organization,
  status: 200,
  errors: ['organization_not_found', 'zone_not_open'],
  async handle({ session }, { params, body }) {
    const found = await session.read((reader) => organizationWithZone(reader, params.organization))
    if (!found.zone) throw new Refused({ fact: 'zone_not_open' })
    const { id } = found.zone
    const zone = await session.write(id, (tx) => adjustQuotas(tx, id, body.quotas))
    return showOrganization({ ...found, zone, quotas: zone.quotas })
  },
})
