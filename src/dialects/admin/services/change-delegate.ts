import { Type } from 'typebox'
import { organizationStream } from '../../../directory/events.ts'
import { noteUse } from '../../../directory/services/note-use.ts'
import { serviceNamed, services } from '../../../directory/services/services.ts'
import { adminOperation } from '../admin-operation.ts'
import { organizationId, time, timeOf, uin } from '../fields.ts'
import { strictObject } from '../strict-object.ts'

const inUse = Type.Boolean({
  description:
    'Whether the delegated administrator uses the service, as the service itself would tell. While it does, DeleteOrgServiceAssign refuses ' +
    'with FailedOperation.OrganizationServiceAssignIsUse.',
})

export const changeDelegate = adminOperation({
  name: 'ChangeDelegate',
  area: 'services',
  summary: {
    en: 'Note whether a delegated administrator uses its service; only for services that tell',
    zh: '记录委派管理员是否在使用集团服务，仅适用于有使用状态的服务',
  },
  kind: 'write',
  method: 'PATCH',
  path: '/admin/v1/organizations/:organization/services/:service/delegates/:uin',
  params: {
    organization: organizationId,
    service: Type.Enum(
      services.map(({ product }) => product),
      { description: 'Short name of a service' },
    ),
    uin,
  },
  body: strictObject({ inUse }),
  output: Type.Object({ organization: organizationId, service: Type.String(), uin, inUse, createdAt: time }),
  status: 200,
  errors: ['delegation_not_found', 'organization_not_found', 'service_tells_no_use'],
  async handle({ session }, { params: { organization, service, uin }, body }) {
    const named = serviceNamed({ product: service })
    const noted = await session.write(organizationStream(organization), (tx) => noteUse(tx, organization, named, uin, body.inUse))
    return { organization, service, uin, inUse: noted.inUse, createdAt: timeOf(noted.createdAt) }
  },
})
