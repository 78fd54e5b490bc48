import { Type } from 'typebox'
import { addGroupDepartment } from '../../../directory/company-groups/change-departments.ts'
import { companyStream } from '../../../directory/events.ts'
import { adminOperation } from '../admin-operation.ts'
import { departmentParams } from './company-group-fields.ts'
import { departmentTold } from './department-told.ts'

export const putGroupDepartment = adminOperation({
  name: 'PutGroupDepartment',
  area: 'company-groups',
  summary: {
    en: 'Have a department be in a normal user group, which no vendor call does; one that is already changes nothing',
    zh: '将部门加入普通用户组（厂商接口无法操作），已在组中时不产生变化',
  },
  kind: 'write',
  method: 'PUT',
  path: '/admin/v1/companies/:company/groups/:group/departments/:department',
  params: departmentParams,
  output: Type.Null(),
  status: 204,
  errors: [
    'company_not_found',
    'company_groups_not_available',
    'company_group_not_found',
    'company_group_is_dynamic',
    'department_not_found',
    'company_group_departments_full',
  ],
  async handle({ session }, { params: { company, group, department: told } }) {
    await session.write(companyStream(company), async (tx) => {
      const department = await departmentTold(tx, company, told)
      await addGroupDepartment(tx, { company, group, department: department ?? told })
    })
    return null
  },
})
