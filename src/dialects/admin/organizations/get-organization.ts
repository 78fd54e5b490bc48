import { organizationWithZone } from '../../../directory/organizations/find-organization.ts'
import { adminOperation } from '../admin-operation.ts'
import { organizationId } from '../fields.ts'
import { organization, showOrganization } from './organization-fields.ts'

export const getOrganization = adminOperation({
  name: 'GetOrganization',
  area: 'organizations',
  summary: { en: 'Show an organization with its zone and quotas', zh: '查询集团组织及其空间和配额' },
  kind: 'read',
  method: 'GET',
  path: '/admin/v1/organizations/:organization',
  params: { organization: organizationId },
  output: organization,
  status: 200,
  errors: ['organization_not_found'],
  async handle({ session }, { params }) {
    return showOrganization(await session.read((reader) => organizationWithZone(reader, params.organization)))
  },
})
