import { Type } from 'typebox'
import { dropRelation } from '../../../directory/entities/change-relation.ts'
import { organizationStream } from '../../../directory/events.ts'
import { adminOperation } from '../admin-operation.ts'
import { entityParams } from './entity-fields.ts'

export const deleteEntity = adminOperation({
  name: 'DeleteEntity',
  area: 'entities',
  summary: {
    en: 'End the relation with another company; the accounts that were created for it stay, and one that is not there changes nothing',
    zh: '解除与其他主体的互信关系；已创建的账号保留，不存在时不产生变化',
  },
  kind: 'write',
  method: 'DELETE',
  path: '/admin/v1/organizations/:organization/entities/:id',
  params: entityParams,
  output: Type.Null(),
  status: 204,
  errors: ['organization_not_found'],
  async handle({ session }, { params: { organization, id } }) {
    await session.write(organizationStream(organization), (tx) => dropRelation(tx, organization, id))
    return null
  },
})
