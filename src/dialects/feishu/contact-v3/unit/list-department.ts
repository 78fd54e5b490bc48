import { Type } from 'typebox'
import { listDepartmentsOfUnit } from '../../../../directory/units/list-units.ts'
import { endpoint } from '../../declaration.ts'
import { cut, pageTokens } from '../../paging.ts'
import { departmentIdType, paged, pageSize, pageToken } from '../../schemas.ts'
import { unitId, unitReader } from './unit-fields.ts'

export const listUnitDepartments = endpoint({
  ...unitReader,
  name: 'unit.list_department',
  area: 'unit',
  summary: { en: 'The departments that are bound to a unit', zh: '查询单位关联的部门列表' },
  source: 'contact-v3, unit/list_department',
  method: 'GET',
  route: '/open-apis/contact/v3/unit/list_department',
  query: { unit_id: unitId, department_id_type: departmentIdType, page_token: pageToken, page_size: pageSize(100) },
  output: paged('departmentlist', Type.Object({ unit_id: Type.String(), department_id: Type.String() })),
  errors: {
    40003: [500, 'internal error'],
    40011: [400, 'page size is invalid'],
    40012: [400, 'page token is invalid'],
    43051: [400, 'unit_id invalid'],
  },
  faults: [40003],
  async handle({ company, session }, { query }) {
    const { unit_id: unit, department_id_type: type = 'open_department_id', page_size: size = 50, page_token: token } = query
    const tokens = pageTokens('unit.list_department', company.id, unit)
    const [after = ''] = tokens.read(token, [['']]) ?? []
    const departments = await session.read((reader) => listDepartmentsOfUnit(reader, company.id, unit, after, size + 1))
    const { page, ...rest } = cut(departments, size, tokens, ({ id }) => [id])
    const departmentlist = page.map(({ id, code }) => ({ unit_id: unit, department_id: type === 'department_id' ? code : id }))
    return { departmentlist, ...rest }
  },
})
