import type { VocabularyRefusal } from '../../../directory/refusals/vocabularies.ts'
import type { Wordings } from './wording.ts'

type EmployeeTypeRefusal = Extract<VocabularyRefusal, { fact: `employee_type_${string}` }>

export const employeeTypeWordings: Wordings<EmployeeTypeRefusal> = {
  employee_type_not_found: {
    codes: [40001],
    en: ({ type }) => `There is no employee type ${type}. employee_type_enum.list lists those that there are, each with its enum_id.`,
    zh: ({ type }) => `没有人员类型 ${type}，可用 employee_type_enum.list 查询各选项的 enum_id。`,
  },
  employee_type_built_in: {
    codes: [40001],
    en: ({ type }) => `The employee type ${type} is built in and stays as it is. Name one with enum_type 2.`,
    zh: ({ type }) => `人员类型 ${type} 为内置选项，不可变更，请选择 enum_type 为 2 的选项。`,
  },
  employee_type_content_taken: {
    codes: [42301],
    en: ({ content }) => `Another employee type says ${content}. Choose another content.`,
    zh: ({ content }) => `已有内容为 ${content} 的人员类型，请更换。`,
  },
  employee_type_translations_taken: {
    codes: [42302],
    en: ({ content }) => `Another employee type has the i18n_content given for ${content}. Change a text of it.`,
    zh: ({ content }) => `为 ${content} 传入的 i18n_content 与其他人员类型重复，请修改其中的文本。`,
  },
  employee_type_content_too_long: {
    codes: [42303, 40001],
    en: ({ most }) => `content and each value of i18n_content must have ${most} characters or fewer. Shorten them.`,
    zh: ({ most }) => `content 及 i18n_content 的各值不得超过 ${most} 个字符，请缩短。`,
  },
  employee_type_limit_reached: {
    codes: [42303],
    en: ({ most }) =>
      `The company has made ${most} employee types, which is the most; deleted ones count. Change one that is there instead.`,
    zh: ({ most }) => `企业已创建 ${most} 个人员类型（含已删除），达到上限，请改用修改已有选项。`,
  },
}
