import type { Wordings } from './wording.ts'

/** Facts about the words of a company that an operation of this wire can meet. */
export const vocabularyWordings = {
  job_title_not_found: {
    status: 404,
    title: 'No such job title',
    en: (r) => `The company has no job title ${r.title}. The contact API's job_title.list lists those that there are.`,
    zh: (r) => `企业没有职务 ${r.title}，可用通讯录接口 job_title.list 查询。`,
  },
  work_city_not_found: {
    status: 404,
    title: 'No such work city',
    en: (r) => `The company has no work city ${r.city}. The contact API's work_city.list lists those that there are.`,
    zh: (r) => `企业没有工作城市 ${r.city}，可用通讯录接口 work_city.list 查询。`,
  },
  company_name_taken: {
    status: 409,
    title: 'The name is taken',
    en: (r) => `Another one is called ${r.name} already. Give another name.`,
    zh: (r) => `名称 ${r.name} 已存在，请更换。`,
  },
  company_name_limit_reached: {
    status: 409,
    title: 'No more names fit',
    en: (r) => `The company has ${r.most} of these, which is the most. Raise the limit of the company, or rename one.`,
    zh: (r) => `企业已有 ${r.most} 个，达到上限，请提高企业限额，或修改已有名称。`,
  },
  custom_attribute_not_found: {
    status: 404,
    title: 'No such custom attribute',
    en: (r) => `The company has no custom attribute ${r.attribute}. GET …/custom-attributes lists those that there are.`,
    zh: (r) => `企业没有自定义字段 ${r.attribute}，可用 GET …/custom-attributes 查询。`,
  },
  custom_attribute_options_wrong: {
    status: 400,
    title: 'The options do not fit the type',
    en: (r) =>
      `ENUMERATION and PICTURE_ENUM need options with ids that differ and a default among them; other types have none (${r.attribute}).`,
    zh: (r) => `ENUMERATION 和 PICTURE_ENUM 须有互不重复的选项，且默认选项在其中；其他类型不可带选项（${r.attribute}）。`,
  },
} satisfies Wordings
