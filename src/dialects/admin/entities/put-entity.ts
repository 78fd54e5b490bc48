import { putRelation } from '../../../directory/entities/change-relation.ts'
import { organizationStream } from '../../../directory/events.ts'
import { adminOperation } from '../admin-operation.ts'
import { strictObject } from '../strict-object.ts'
import { entity, entityName, entityParams, managerUin } from './entity-fields.ts'

export const putEntity = adminOperation({
  name: 'PutEntity',
  area: 'entities',
  summary: {
    en: 'Have another company count as related to the organization, with or without an administrator; what is there is replaced',
    zh: '设置与集团组织互信的主体及其主体管理员，已存在的将被替换',
  },
  kind: 'write',
  method: 'PUT',
  path: '/admin/v1/organizations/:organization/entities/:id',
  params: entityParams,
  body: strictObject({ name: entityName, managerUin }),
  output: entity,
  status: 200,
  errors: ['member_not_found', 'organization_not_found'],
  async handle({ session }, { params, body }) {
    const { organization, id } = params
    return { ...(await session.write(organizationStream(organization), (tx) => putRelation(tx, { organization, id, ...body }))) }
  },
})
