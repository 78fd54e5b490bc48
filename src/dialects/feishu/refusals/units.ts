import type { UnitRefusal } from '../../../directory/refusals/units.ts'
import type { Wordings } from './wording.ts'

export const unitWordings: Wordings<UnitRefusal> = {
  units_not_available: {
    codes: [43050, 43004],
    en: () => `Units are not part of what this company pays for. Have the company's fact "units" switched on.`,
    zh: () => '企业当前版本不支持单位功能，请为企业开通（事实 units）。',
  },
  unit_not_found: {
    codes: [43051, 43004],
    en: ({ unit }) => `There is no unit ${unit}. unit.list lists those that there are.`,
    zh: ({ unit }) => `没有单位 ${unit}，可用 unit.list 查询。`,
  },
  unit_id_taken: {
    codes: [43056],
    en: ({ unit }) => `A unit has the id ${unit} already. Choose another unit_id, or leave it out to have one made.`,
    zh: ({ unit }) => `单位 ID ${unit} 已被使用，请更换 unit_id，或不传以自动生成。`,
  },
  unit_name_taken: {
    codes: [43055],
    en: ({ name, type, unit }) => `The unit ${unit} has the name "${name}" and the type "${type}" already. Choose another name.`,
    zh: ({ name, type, unit }) => `单位 ${unit} 已使用名称“${name}”和类型“${type}”，请更换名称。`,
  },
  unit_limit_reached: {
    codes: [43059],
    en: ({ limit }) => `The company has ${limit} units, which is as many as it may have. Delete one that is no longer used.`,
    zh: ({ limit }) => `企业单位数已达上限 ${limit}，请先删除不再使用的单位。`,
  },
  unit_type_in_use: {
    codes: [43057],
    en: ({ unit, type }) => `The unit ${unit} stays while its type "${type}" is referred to elsewhere. Take that reference away first.`,
    zh: ({ unit, type }) => `单位 ${unit} 的类型“${type}”正被其他业务引用，请先解除引用。`,
  },
  unit_full: {
    codes: [43017],
    en: ({ unit, limit }) => `The unit ${unit} has ${limit} departments, which is as many as it takes. Unbind one first.`,
    zh: ({ unit, limit }) => `单位 ${unit} 关联的部门数已达上限 ${limit}，请先解除其他部门的关联。`,
  },
  department_in_other_unit: {
    codes: [43054],
    en: ({ department, unit }) => `The department ${department} is bound to the unit ${unit}. Unbind it there first.`,
    zh: ({ department, unit }) => `部门 ${department} 已关联单位 ${unit}，请先解除关联。`,
  },
  department_not_in_unit: {
    codes: [43058],
    en: ({ department, unit }) =>
      `The department ${department} is not bound to the unit ${unit}. unit.list_department lists those that are.`,
    zh: ({ department, unit }) => `部门 ${department} 未关联单位 ${unit}，可用 unit.list_department 查询。`,
  },
}
