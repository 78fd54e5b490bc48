import type { DepartmentRefusal } from '../../../directory/refusals/departments.ts'
import type { Wordings } from './wording.ts'

type TreeRefusal = Extract<
  DepartmentRefusal,
  {
    fact:
      | 'department_not_found'
      | 'parent_department_not_found'
      | 'parent_department_out_of_range'
      | 'root_department_out_of_range'
      | 'department_is_root'
      | 'department_position_taken'
      | 'department_has_people'
      | 'department_has_children'
      | 'department_too_deep'
      | 'department_has_most_children'
      | 'department_limit_reached'
      | 'department_under_itself'
  }
>

/** How this wire says what the tree of departments refuses with. */
export const departmentTreeWordings: Wordings<TreeRefusal> = {
  department_not_found: {
    codes: [40015, 40008, 43058, 41210],
    en: ({ department }) => `There is no department ${department} in this company. Check the id and department_id_type.`,
    zh: ({ department }) => `企业中没有部门 ${department}，请检查 ID 及 department_id_type。`,
  },
  parent_department_not_found: {
    codes: [40014, 40008],
    en: ({ department }) => `There is no department ${department} to be the parent. Check parent_department_id and department_id_type.`,
    zh: ({ department }) => `没有可作为上级的部门 ${department}，请检查 parent_department_id 及 department_id_type。`,
  },
  parent_department_out_of_range: {
    codes: [40014, 40004],
    en: ({ department }) => `The parent department ${department} is outside the app's contact range. Have the range extended to it.`,
    zh: ({ department }) => `上级部门 ${department} 不在应用的通讯录权限范围内，请扩大权限范围。`,
  },
  root_department_out_of_range: {
    codes: [43023, 40014, 40004],
    en: () => 'The root department 0 needs a contact range of all. Have the range extended, or name a department within it.',
    zh: () => '根部门 0 要求通讯录权限范围为全部成员，请扩大权限范围或改用范围内的部门。',
  },
  department_is_root: {
    codes: [40002, 40001],
    en: () => 'This call does not take the root department 0. Name another department.',
    zh: () => '该接口不支持根部门 0，请改用其他部门。',
  },
  department_position_taken: {
    codes: [43005],
    en: ({ position, department }) =>
      `The department ${department} beside it has the order ${position} already. Choose another, or leave order out.`,
    zh: ({ position, department }) => `同级部门 ${department} 已使用排序 ${position}，请更换 order 或不填写。`,
  },
  department_has_people: {
    codes: [43011],
    en: ({ department }) => `The department ${department} still has people. Move them to other departments first.`,
    zh: ({ department }) => `部门 ${department} 下仍有成员，请先将其移至其他部门。`,
  },
  department_has_children: {
    codes: [43012],
    en: ({ department }) => `The department ${department} still has departments below it. Delete or move them first.`,
    zh: ({ department }) => `部门 ${department} 下仍有子部门，请先删除或移动子部门。`,
  },
  department_too_deep: {
    codes: [43019],
    en: ({ department, limit }) => `Below ${department} the tree would be deeper than ${limit} levels. Choose a higher parent.`,
    zh: ({ department, limit }) => `放在部门 ${department} 下会超过 ${limit} 层的层级上限，请选择更高层级的上级部门。`,
  },
  department_has_most_children: {
    codes: [43013],
    en: ({ department, limit }) =>
      `The department ${department} has ${limit} departments directly below it, as many as it may. Choose another parent.`,
    zh: ({ department, limit }) => `部门 ${department} 的直属子部门已达上限 ${limit} 个，请选择其他上级部门。`,
  },
  department_limit_reached: {
    codes: [43013],
    en: ({ limit }) => `The company has ${limit} departments, as many as it may. Delete one first.`,
    zh: ({ limit }) => `企业的部门数已达上限 ${limit} 个，请先删除部分部门。`,
  },
  department_under_itself: {
    codes: [40018, 40001],
    en: ({ department, parent }) =>
      `${parent} lies in or below ${department}, which can't be moved there. Choose another parent_department_id.`,
    zh: ({ department, parent }) => `${parent} 是部门 ${department} 本身或其下级，不能移至其下，请更换 parent_department_id。`,
  },
}
