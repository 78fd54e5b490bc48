import { Type } from 'typebox'
import { listCompanyGroups } from '../../../../directory/company-groups/list-groups.ts'
import { endpoint } from '../../declaration.ts'
import { ageAt, ageIn, cut, pageTokens } from '../../paging.ts'
import { paged, pageSize, pageToken } from '../../schemas.ts'
import { dynamicFields, showDynamic } from './dynamic-rule.ts'
import { countedGroup, groupReader, kindOf, showGroup } from './group-fields.ts'

const listedGroup = Type.Object({
  ...countedGroup,
  department_scope_list: dynamicFields.department_scope_list,
  group_id: Type.String({ description: 'The same as id' }),
})

export const listGroups = endpoint({
  ...groupReader,
  name: 'group.simplelist',
  area: 'group',
  summary: { en: 'The user groups of one type that the app may see, the oldest first', zh: '查询用户组列表' },
  source: 'contact-v3, group/simplelist',
  method: 'GET',
  route: '/open-apis/contact/v3/group/simplelist',
  query: {
    page_size: pageSize(100),
    page_token: pageToken,
    type: Type.Optional(Type.Integer({ minimum: 1, maximum: 2 })),
  },
  output: paged('grouplist', listedGroup),
  errors: { 40003: [500, 'internal error'], 40011: [400, 'page size is invalid'], 40012: [400, 'page token is invalid error'] },
  faults: [40003],
  async handle({ company, covering, session }, { query: { page_size: size = 50, page_token: token, type = 1 } }) {
    const tokens = pageTokens('group.simplelist', company.id, type)
    const after = ageIn(tokens, token)
    const query = { covering, kind: kindOf(type), after, limit: size + 1 } as const
    const groups = await session.read((reader) => listCompanyGroups(reader, query))
    const { page, ...rest } = cut(groups, size, tokens, ageAt)
    const grouplist = page.map((group) => {
      const { department_scope_list: departments } = showDynamic(group)
      return { ...showGroup(group), ...(departments && { department_scope_list: departments }), group_id: group.id }
    })
    return { grouplist, ...rest }
  },
})
