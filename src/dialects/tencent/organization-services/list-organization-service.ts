import { Type } from 'typebox'
import { managedOrganization } from '../../../directory/organizations/managed-organization.ts'
import { listServices } from '../../../directory/services/list-services.ts'
import type { Service } from '../../../directory/services/services.ts'
import { action } from '../action.ts'
import { offsetInput, spanOf, totalAnswer, totalOutput } from '../offset-paging.ts'
import { oneOrTwo } from './service-name.ts'
import { pagesOf } from './service-pages.ts'

const service = Type.Object({
  ServiceId: Type.Integer(),
  ProductName: Type.String(),
  IsAssign: Type.Integer(),
  Description: Type.String(),
  MemberNum: Type.String(),
  Document: Type.String(),
  ConsoleUrl: Type.String(),
  IsUsageStatus: Type.Integer(),
  CanAssignCount: Type.Integer(),
  Product: Type.String(),
  ServiceGrant: Type.Integer(),
  GrantStatus: Type.String(),
  IsSetManagementScope: Type.Integer(),
})

function showService(shown: Service & { delegates: number }): Type.Static<typeof service> {
  const { description, document, console } = pagesOf(shown.product)
  return {
    ServiceId: shown.id,
    ProductName: shown.name,
    IsAssign: oneOrTwo(shown.delegable),
    Description: description,
    MemberNum: String(shown.delegates),
    Document: document,
    ConsoleUrl: console,
    IsUsageStatus: oneOrTwo(shown.tellsUse),
    CanAssignCount: shown.mostDelegates,
    Product: shown.product,
    // No action of this version grants a service anything: none supports it.
    ServiceGrant: oneOrTwo(false),
    GrantStatus: 'Disabled',
    IsSetManagementScope: oneOrTwo(shown.limitable),
  }
}

export const listOrganizationService = action({
  name: 'ListOrganizationService',
  area: 'organization-services',
  summary: { en: 'List the services of the organization', zh: '获取集团服务设置列表' },
  source: 'organization 2021-03-31, ListOrganizationService',
  kind: 'read',
  input: Type.Object({
    ...offsetInput,
    SearchKey: Type.Optional(Type.String({ maxLength: 64, refusal: 'InvalidParameter' })),
  }),
  output: Type.Object(totalOutput(service)),
  errors: ['InvalidParameter', 'ResourceNotFound.OrganizationNotExist'],
  faults: ['InternalError'],
  async handle(call, input) {
    const organization = managedOrganization(call).id
    const query = { organization, text: input.SearchKey ?? '', ...spanOf(input) }
    return totalAnswer(await call.session.read((reader) => listServices(reader, query)), showService)
  },
})
