import { Type } from 'typebox'
import { type AdministeredEntity, listAdministeredEntities } from '../../../directory/entities/list-administered.ts'
import { managedOrganization } from '../../../directory/organizations/managed-organization.ts'
import { action } from '../action.ts'
import { offsetInput, spanOf, totalAnswer, totalOutput } from '../offset-paging.ts'

const authNode = Type.Object({
  RelationId: Type.Integer(),
  AuthName: Type.String(),
  Manager: Type.Object({ MemberUin: Type.Integer(), MemberName: Type.String() }),
})

function show({ id, name, manager }: AdministeredEntity) {
  return { RelationId: id, AuthName: name, Manager: { MemberUin: manager.uin, MemberName: manager.name } }
}

export const describeOrganizationAuthNode = action({
  name: 'DescribeOrganizationAuthNode',
  area: 'departments-and-members',
  summary: { en: 'List the related companies that have an administrator', zh: '获取已设置管理员的互信主体关系列表' },
  source: 'organization 2021-03-31, DescribeOrganizationAuthNode',
  kind: 'read',
  input: Type.Object({ ...offsetInput, AuthName: Type.Optional(Type.String({ maxLength: 255, refusal: 'InvalidParameter' })) }),
  output: Type.Object(totalOutput(authNode)),
  errors: ['InvalidParameter', 'ResourceNotFound.OrganizationNotExist'],
  faults: ['InternalError'],
  async handle(call, input) {
    const query = { organization: managedOrganization(call).id, name: input.AuthName, ...spanOf(input) }
    return totalAnswer(await call.session.read((reader) => listAdministeredEntities(reader, query)), show)
  },
})
