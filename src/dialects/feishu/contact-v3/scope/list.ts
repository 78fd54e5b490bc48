import { Type } from 'typebox'
import { listRange, type RangeKind, type RangePlace } from '../../../../directory/ranges/list-range.ts'
import { endpoint } from '../../declaration.ts'
import { cut, type Position, pageTokens } from '../../paging.ts'
import { usual } from '../../rates.ts'
import { idTypes, pageSize, pageToken } from '../../schemas.ts'
import { departmentWriter, personWriter } from '../../translate-ids.ts'
import { mayShowIds } from '../user/asked-user.ts'

const ids = Type.Array(Type.String())

/** What places look like: a kind, and where its list goes on. What is named is listed by id, a whole company by seat, position and id. */
const placesOfNamed: readonly Position[] = [['', '']]
const placesOfAll: readonly Position[] = [
  ['', 0, 0, ''],
  ['', 0],
  ['', ''],
]

export const listScope = endpoint({
  name: 'scope.list',
  area: 'scope',
  summary: { en: 'What the app may see: users, departments and groups', zh: '获取通讯录授权范围' },
  source: 'contact-v3, scope/list',
  kind: 'read',
  method: 'GET',
  route: '/open-apis/contact/v3/scopes',
  tokens: ['tenant'],
  apps: ['custom', 'store'],
  scopes: ['contact:contact.base:readonly', 'contact:contact:access_as_app', 'contact:contact:readonly_as_app'],
  windows: usual,
  query: { ...idTypes, page_token: pageToken, page_size: pageSize(100) },
  output: Type.Object({
    department_ids: ids,
    user_ids: ids,
    group_ids: ids,
    has_more: Type.Boolean(),
    page_token: Type.Optional(Type.String()),
  }),
  errors: { 40011: [400, 'page size is invalid'], 40012: [400, 'page token is invalid error'] },
  async handle(call, { query }) {
    const { user_id_type: users = 'open_id', department_id_type: departments = 'open_department_id', page_size: size = 50 } = query
    const { covering, company } = call
    // A list goes on only within the range in which it began.
    const tokens = pageTokens('scope.list', company.id, JSON.stringify(covering.range))
    const behind = tokens.read(query.page_token, covering.range.all ? placesOfAll : placesOfNamed) as RangePlace | undefined
    return call.session.read(async (reader) => {
      const { page, ...rest } = cut(await listRange(reader, covering, behind, size + 1), size, tokens, ({ kind, place }) => [
        kind,
        ...place,
      ])
      const of = (kind: RangeKind) => page.filter((one) => one.kind === kind).map(({ id }) => id)
      const person = await personWriter(reader, call, users, of('person'))
      const department = await departmentWriter(reader, call, departments, of('department'))
      return {
        user_ids: mayShowIds(call, users) ? of('person').map(person) : [],
        department_ids: of('department').map(department),
        group_ids: of('group'),
        ...rest,
      }
    })
  },
})
