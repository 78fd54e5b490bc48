import { listCustomAttributes } from './contact-v3/custom-attr/list.ts'
import { batchDepartments } from './contact-v3/department/batch.ts'
import { listDepartmentChildren } from './contact-v3/department/children.ts'
import { createDepartment } from './contact-v3/department/create.ts'
import { deleteDepartment } from './contact-v3/department/delete.ts'
import { getDepartment } from './contact-v3/department/get.ts'
import { listDepartments } from './contact-v3/department/list.ts'
import { listDepartmentParents } from './contact-v3/department/parent.ts'
import { patchDepartment } from './contact-v3/department/patch.ts'
import { searchDepartments } from './contact-v3/department/search.ts'
import { unbindDepartmentChat } from './contact-v3/department/unbind-department-chat.ts'
import { updateDepartment } from './contact-v3/department/update.ts'
import { updateDepartmentId } from './contact-v3/department/update-department-id.ts'
import { createEmployeeType } from './contact-v3/employee-type-enum/create.ts'
import { deleteEmployeeType } from './contact-v3/employee-type-enum/delete.ts'
import { listEmployeeTypes } from './contact-v3/employee-type-enum/list.ts'
import { updateEmployeeType } from './contact-v3/employee-type-enum/update.ts'
import { createFunctionalRole } from './contact-v3/functional-role/create.ts'
import { deleteFunctionalRole } from './contact-v3/functional-role/delete.ts'
import { updateFunctionalRole } from './contact-v3/functional-role/update.ts'
import { batchCreateRoleMembers } from './contact-v3/functional-role-member/batch-create.ts'
import { batchDeleteRoleMembers } from './contact-v3/functional-role-member/batch-delete.ts'
import { getFunctionalRoleMember } from './contact-v3/functional-role-member/get.ts'
import { listFunctionalRoleMembers } from './contact-v3/functional-role-member/list.ts'
import { setRoleMemberScopes } from './contact-v3/functional-role-member/scopes.ts'
import { createGroup } from './contact-v3/group/create.ts'
import { deleteGroup } from './contact-v3/group/delete.ts'
import { getGroup } from './contact-v3/group/get.ts'
import { listGroupsOfMember } from './contact-v3/group/member-belong.ts'
import { patchGroup } from './contact-v3/group/patch.ts'
import { listGroups } from './contact-v3/group/simplelist.ts'
import { addGroupMember } from './contact-v3/group-member/add.ts'
import { batchAddGroupMembers } from './contact-v3/group-member/batch-add.ts'
import { batchRemoveGroupMembers } from './contact-v3/group-member/batch-remove.ts'
import { removeGroupMember } from './contact-v3/group-member/remove.ts'
import { listGroupMembersOf } from './contact-v3/group-member/simplelist.ts'
import { createJobFamily } from './contact-v3/job-family/create.ts'
import { deleteJobFamily } from './contact-v3/job-family/delete.ts'
import { getJobFamily } from './contact-v3/job-family/get.ts'
import { listJobFamilies } from './contact-v3/job-family/list.ts'
import { updateJobFamily } from './contact-v3/job-family/update.ts'
import { createJobLevel } from './contact-v3/job-level/create.ts'
import { deleteJobLevel } from './contact-v3/job-level/delete.ts'
import { getJobLevel } from './contact-v3/job-level/get.ts'
import { listJobLevels } from './contact-v3/job-level/list.ts'
import { updateJobLevel } from './contact-v3/job-level/update.ts'
import { getJobTitle } from './contact-v3/job-title/get.ts'
import { listJobTitles } from './contact-v3/job-title/list.ts'
import { listScope } from './contact-v3/scope/list.ts'
import { bindUnitDepartment } from './contact-v3/unit/bind-department.ts'
import { createUnit } from './contact-v3/unit/create.ts'
import { deleteUnit } from './contact-v3/unit/delete.ts'
import { getUnit } from './contact-v3/unit/get.ts'
import { listUnits } from './contact-v3/unit/list.ts'
import { listUnitDepartments } from './contact-v3/unit/list-department.ts'
import { patchUnit } from './contact-v3/unit/patch.ts'
import { unbindUnitDepartment } from './contact-v3/unit/unbind-department.ts'
import { basicBatchUsers } from './contact-v3/user/basic-batch.ts'
import { batchUsers } from './contact-v3/user/batch.ts'
import { batchGetUserIds } from './contact-v3/user/batch-get-id.ts'
import { createUser } from './contact-v3/user/create.ts'
import { deleteUser } from './contact-v3/user/delete.ts'
import { findUsersByDepartment } from './contact-v3/user/find-by-department.ts'
import { getUser } from './contact-v3/user/get.ts'
import { listUsers } from './contact-v3/user/list.ts'
import { patchUser } from './contact-v3/user/patch.ts'
import { resurrectUser } from './contact-v3/user/resurrect.ts'
import { updateUser } from './contact-v3/user/update.ts'
import { updateUserId } from './contact-v3/user/update-user-id.ts'
import { getWorkCity } from './contact-v3/work-city/get.ts'
import { listWorkCities } from './contact-v3/work-city/list.ts'
import type { Endpoint } from './declaration.ts'

/** Every endpoint of the Contact API, by resource. */
export const contactV3: readonly Endpoint[] = [
  createGroup,
  deleteGroup,
  getGroup,
  patchGroup,
  listGroups,
  listGroupsOfMember,
  addGroupMember,
  batchAddGroupMembers,
  batchRemoveGroupMembers,
  removeGroupMember,
  listGroupMembersOf,
  listDepartments,
  createDepartment,
  deleteDepartment,
  getDepartment,
  patchDepartment,
  updateDepartment,
  listDepartmentChildren,
  updateDepartmentId,
  batchDepartments,
  listDepartmentParents,
  searchDepartments,
  unbindDepartmentChat,
  createFunctionalRole,
  deleteFunctionalRole,
  updateFunctionalRole,
  listFunctionalRoleMembers,
  getFunctionalRoleMember,
  batchCreateRoleMembers,
  batchDeleteRoleMembers,
  setRoleMemberScopes,
  listUnits,
  createUnit,
  deleteUnit,
  getUnit,
  patchUnit,
  bindUnitDepartment,
  listUnitDepartments,
  unbindUnitDepartment,
  createJobFamily,
  updateJobFamily,
  deleteJobFamily,
  getJobFamily,
  listJobFamilies,
  createJobLevel,
  updateJobLevel,
  deleteJobLevel,
  getJobLevel,
  listJobLevels,
  getJobTitle,
  listJobTitles,
  getWorkCity,
  listWorkCities,
  listEmployeeTypes,
  createEmployeeType,
  updateEmployeeType,
  deleteEmployeeType,
  listCustomAttributes,
  createUser,
  patchUser,
  updateUser,
  getUser,
  listUsers,
  batchUsers,
  basicBatchUsers,
  batchGetUserIds,
  findUsersByDepartment,
  deleteUser,
  resurrectUser,
  updateUserId,
  listScope,
]
