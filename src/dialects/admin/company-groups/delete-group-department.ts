import { Type } from 'typebox'
import { removeGroupDepartment } from '../../../directory/company-groups/change-departments.ts'
import { companyStream } from '../../../directory/events.ts'
import { Refused } from '../../../directory/refusals.ts'
import { adminOperation } from '../admin-operation.ts'
import { departmentParams } from './company-group-fields.ts'
import { departmentTold } from './department-told.ts'

export const deleteGroupDepartment = adminOperation({
  name: 'DeleteGroupDepartment',
  area: 'company-groups',
  summary: {
    en: 'Take a department out of a user group; one that is not in it changes nothing',
    zh: '将部门移出用户组，不在组中时不产生变化',
  },
  kind: 'write',
  method: 'DELETE',
  path: '/admin/v1/companies/:company/groups/:group/departments/:department',
  params: departmentParams,
  output: Type.Null(),
  status: 204,
  errors: ['company_group_not_found', 'department_not_found'],
  async handle({ session }, { params: { company, group, department: told } }) {
    await session.write(companyStream(company), async (tx) => {
      const department = await departmentTold(tx, company, told)
      if (department === undefined) throw new Refused({ fact: 'department_not_found', department: told })
      await removeGroupDepartment(tx, { company, group, department })
    })
    return null
  },
})
