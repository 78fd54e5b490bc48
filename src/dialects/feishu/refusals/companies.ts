import type { CompanyRefusal } from '../../../directory/refusals/companies.ts'
import type { Wordings } from './wording.ts'

export const companyWordings: Wordings<CompanyRefusal> = {
  company_not_found: {
    codes: [42008, 99991665],
    en: ({ company }) => `The company ${company} is gone.`,
    zh: ({ company }) => `企业 ${company} 已不存在。`,
  },
  app_not_found: {
    codes: [99991673],
    en: ({ app }) => `The app ${app} is gone. Use another app's token.`,
    zh: ({ app }) => `应用 ${app} 已不存在，请使用其他应用的凭证。`,
  },
  app_exists: {
    codes: [99991673],
    en: ({ app }) => `There is an app ${app} already. Choose another id.`,
    zh: ({ app }) => `应用 ${app} 已存在，请更换 ID。`,
  },
  app_not_store: {
    codes: [99991673],
    en: ({ app }) => `The app ${app} is a custom app, which acts in its own company only.`,
    zh: ({ app }) => `应用 ${app} 是自建应用，只能在所属企业内使用。`,
  },
  redirect_uri_unknown: {
    codes: [20071, 99991673],
    en: ({ app, uri }) => `${uri} is none of the redirect addresses of the app ${app}. Register it first.`,
    zh: ({ app, uri }) => `${uri} 不在应用 ${app} 的重定向地址中，请先登记。`,
  },
  department_out_of_range: {
    codes: [40004, 40014, 40007, 44029, 43023, 41211],
    en: ({ department }) =>
      `The department ${department} is outside the app's contact range. Have the range extended, or name a department within it.`,
    zh: ({ department }) => `部门 ${department} 不在应用的通讯录权限范围内，请扩大权限范围或改用范围内的部门。`,
  },
  person_out_of_range: {
    codes: [41050, 40004],
    en: () => `A person named here is outside the app's contact range. Have the range extended, or leave that person out.`,
    zh: () => '所指用户不在应用的通讯录权限范围内，请扩大权限范围或去掉该用户。',
  },
  request_name_used: {
    codes: [40021],
    en: ({ token }) => `client_token ${token} stood for another request in the last 24 hours. Send the same request, or another token.`,
    zh: ({ token }) => `client_token ${token} 在 24 小时内已用于不同的请求，请发送相同请求或更换 token。`,
  },
  company_group_out_of_range: {
    codes: [42009, 42010],
    en: ({ group }) => `The group ${group} is outside the app's contact range. Have the range extended to it.`,
    zh: ({ group }) => `用户组 ${group} 不在应用的通讯录权限范围内，请扩大权限范围。`,
  },
}
