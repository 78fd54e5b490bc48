import type { VocabularyRefusal } from '../../../directory/refusals/vocabularies.ts'
import { employeeTypeWordings } from './employee-types.ts'
import type { Wordings } from './wording.ts'

export const vocabularyWordings: Wordings<VocabularyRefusal> = {
  // The same code is a bad name where a family is written.
  job_family_not_found: {
    codes: [42402, 42404],
    en: ({ family }) => `There is no job family ${family}. job_family.list lists those that there are.`,
    zh: ({ family }) => `没有序列 ${family}，可用 job_family.list 查询。`,
  },
  job_family_name_taken: {
    codes: [42406],
    en: ({ name }) => `Another job family is called ${name}. Choose another name.`,
    zh: ({ name }) => `已有名为 ${name} 的序列，请换一个名称。`,
  },
  job_family_limit_reached: {
    codes: [42401],
    en: ({ most }) => `The company has ${most} job families, which is the most. Delete one that is not needed.`,
    zh: ({ most }) => `企业已有 ${most} 个序列，达到上限，请删除不需要的序列。`,
  },
  job_family_has_children: {
    codes: [42411],
    en: ({ family }) => `There are job families below ${family}. Delete or move them first.`,
    zh: ({ family }) => `序列 ${family} 下有子序列，请先删除或移走。`,
  },
  job_family_too_deep: {
    codes: [42413],
    en: ({ most }) => `The tree of job families would have more than ${most} levels. Choose a parent nearer the top.`,
    zh: ({ most }) => `序列层级将超过 ${most} 级，请选择更高层的上级序列。`,
  },
  job_family_under_itself: {
    codes: [42407],
    en: ({ family, parent }) => `${parent} is the job family ${family} itself or lies below it. Choose another parent.`,
    zh: ({ family, parent }) => `${parent} 是序列 ${family} 本身或其下级，请选择其他上级序列。`,
  },
  parent_job_family_not_found: {
    codes: [42408],
    en: ({ parent }) => `There is no job family ${parent} to be the parent. job_family.list lists those that there are.`,
    zh: ({ parent }) => `上级序列 ${parent} 不存在，可用 job_family.list 查询。`,
  },
  parent_job_family_deleted: {
    codes: [42410, 42408],
    en: ({ parent }) => `The job family ${parent} was deleted and can't be the parent. Choose another.`,
    zh: ({ parent }) => `上级序列 ${parent} 已被删除，请选择其他上级序列。`,
  },
  parent_job_family_disabled: {
    codes: [42409],
    en: ({ parent }) => `The job family ${parent} is disabled and can't be the parent. Enable it or choose another.`,
    zh: ({ parent }) => `上级序列 ${parent} 未启用，请启用后重试或选择其他上级序列。`,
  },
  job_level_not_found: {
    codes: [42301],
    en: ({ level }) => `There is no job level ${level}. job_level.list lists those that there are.`,
    zh: ({ level }) => `没有职级 ${level}，可用 job_level.list 查询。`,
  },
  job_level_name_taken: {
    codes: [42305],
    en: ({ name }) => `Another job level is called ${name}. Choose another name.`,
    zh: ({ name }) => `已有名为 ${name} 的职级，请换一个名称。`,
  },
  job_level_order_taken: {
    codes: [42306],
    en: ({ order }) => `Another job level has the order ${order}. Choose another, or none to place it last.`,
    zh: ({ order }) => `排序 ${order} 已被其他职级使用，请更换，或不传以排在最后。`,
  },
  job_level_order_spent: {
    codes: [42308],
    en: ({ most }) => `A job level has the order ${most}, so none can be placed behind it. Send an order that is free.`,
    zh: ({ most }) => `已有职级的排序为 ${most}，无法再排在其后，请传入未被使用的 order。`,
  },
  job_level_limit_reached: {
    codes: [42300],
    en: ({ most }) => `The company has ${most} job levels, which is the most. Delete one that is not needed.`,
    zh: ({ most }) => `企业已有 ${most} 个职级，达到上限，请删除不需要的职级。`,
  },
  job_title_not_found: {
    codes: [40001],
    en: ({ title }) => `There is no job title ${title}. job_title.list lists those that there are.`,
    zh: ({ title }) => `没有职务 ${title}，可用 job_title.list 查询。`,
  },
  work_city_not_found: {
    codes: [40001],
    en: ({ city }) => `There is no work city ${city}. work_city.list lists those that there are.`,
    zh: ({ city }) => `没有工作城市 ${city}，可用 work_city.list 查询。`,
  },
  company_name_taken: {
    codes: [40001],
    en: ({ name }) => `Another one is called ${name}. Choose another name.`,
    zh: ({ name }) => `名称 ${name} 已被使用，请更换。`,
  },
  company_name_limit_reached: {
    codes: [40001],
    en: ({ most }) => `The company has ${most} of these, which is the most. Use one that is there.`,
    zh: ({ most }) => `企业已有 ${most} 个，达到上限，请使用已有的名称。`,
  },
  custom_attribute_not_found: {
    codes: [40001],
    en: ({ attribute }) => `There is no custom attribute ${attribute}. custom_attr.list lists those that there are.`,
    zh: ({ attribute }) => `没有自定义字段 ${attribute}，可用 custom_attr.list 查询。`,
  },
  custom_attribute_options_wrong: {
    codes: [40001],
    en: ({ attribute }) => `The options of the custom attribute ${attribute} do not fit its type. Give options that differ, or none.`,
    zh: ({ attribute }) => `自定义字段 ${attribute} 的选项与其类型不符，请传入互不相同的选项或不传。`,
  },
  ...employeeTypeWordings,
}
