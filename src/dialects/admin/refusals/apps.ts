import type { Wordings } from './wording.ts'

/** Facts about apps that an operation of this wire can meet. */
export const appWordings = {
  app_not_found: {
    status: 404,
    title: 'No such app',
    en: (r) => `This company has no app ${r.app}. GET /admin/v1/companies/{company}/apps lists those that it has.`,
    zh: (r) => `该企业没有应用 ${r.app}，可用 GET /admin/v1/companies/{company}/apps 查询。`,
  },
  app_exists: {
    status: 409,
    title: 'The app exists',
    en: (r) => `An app ${r.app} exists already. Give another id, or none to have one made.`,
    zh: (r) => `应用 ${r.app} 已存在，请更换 id，或不传以自动生成。`,
  },
  app_not_store: {
    status: 409,
    title: 'Not a store app',
    en: (r) => `${r.app} is a custom app, which acts in its own company only. Make a store app to install it elsewhere.`,
    zh: (r) => `${r.app} 是自建应用，只能在所属企业内使用；如需安装到其他企业请创建商店应用。`,
  },
  redirect_uri_unknown: {
    status: 409,
    title: 'Not a registered address',
    en: (r) => `${r.uri} is none of the redirectUris of the app ${r.app}. Add it to them first.`,
    zh: (r) => `${r.uri} 不在应用 ${r.app} 的 redirectUris 中，请先添加。`,
  },
  app_not_installed: {
    status: 409,
    title: 'The app is not installed',
    en: (r) => `The app ${r.app} is not installed in the company ${r.company}. PUT …/installations/{app} installs a store app.`,
    zh: (r) => `企业 ${r.company} 未安装应用 ${r.app}，商店应用可用 PUT …/installations/{app} 安装。`,
  },
  app_lacks_scopes: {
    status: 409,
    title: 'The app lacks scopes',
    en: (r) => `The app ${r.app} itself lacks ${r.scopes.join(', ')}. Give them to the app first, or leave them out.`,
    zh: (r) => `应用 ${r.app} 未开通权限 ${r.scopes.join('、')}，请先为应用开通或去掉。`,
  },
  grantor_resigned: {
    status: 409,
    title: 'The person has resigned',
    en: () => 'The person has resigned and can grant nothing. Name somebody who is there.',
    zh: () => '该人员已离职，不能授权，请更换在职人员。',
  },
  grantor_frozen: {
    status: 409,
    title: 'The person is suspended',
    en: () => 'The person is suspended and can grant nothing. Resume the account first.',
    zh: () => '该人员已被暂停，不能授权，请先恢复账号。',
  },
  grantor_not_registered: {
    status: 409,
    title: 'The person has not joined',
    en: () => 'The person was invited and has not joined yet, and so can grant nothing.',
    zh: () => '该人员已被邀请但尚未加入，不能授权。',
  },
} satisfies Wordings
