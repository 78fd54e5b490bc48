import type { PersonStandingRefusal } from '../../../directory/refusals/people-writing.ts'
import type { Wordings } from './wording.ts'

export const personStandingWordings: Wordings<PersonStandingRefusal> = {
  person_unjoined: {
    codes: [44010],
    en: ({ person }) => `The user ${person} was invited and has not joined. Change the user after joining.`,
    zh: ({ person }) => `用户 ${person} 尚未加入企业，请待其加入后再修改。`,
  },
  person_exited: {
    codes: [44011],
    en: ({ person }) => `The user ${person} has left on his own account and can be changed no more. Leave that user out.`,
    zh: ({ person }) => `用户 ${person} 已主动退出企业，不能再修改，请去掉该用户。`,
  },
  person_anonymized: {
    codes: [44041, 40001],
    en: ({ person }) => `The user ${person} was anonymized. Leave that user as he is.`,
    zh: ({ person }) => `用户 ${person} 已被匿名化，请勿修改。`,
  },
  person_secured: {
    codes: [44017],
    en: ({ person }) => `The user ${person} is locked for security. Have the lock taken off first.`,
    zh: ({ person }) => `用户 ${person} 因安全原因被锁定，请先解除锁定。`,
  },
  resigned_person_unchanged: {
    codes: [44003],
    en: ({ person }) => `The user ${person} has resigned: send an avatar_key or a description, which is all that can be changed.`,
    zh: ({ person }) => `用户 ${person} 已离职，仅可修改 avatar_key 和 description，请至少填写一项。`,
  },
  founder_frozen: {
    codes: [44036],
    en: () => 'The founder of the company cannot be frozen. Leave is_frozen out.',
    zh: () => '企业创建人不能被暂停，请去掉 is_frozen。',
  },
  people_fed_from_outside: {
    codes: [44053, 40001],
    en: () => 'The data of this user come from another system. Change them there.',
    zh: () => '该用户的数据来自外部数据源，请在外部系统中修改。',
  },
  plan_expired: {
    codes: [44052, 40001],
    en: () => 'The plan of the company has expired. Have it renewed before people are changed.',
    zh: () => '企业套餐已过期，请续订后再修改成员。',
  },
  risks_controlled: {
    codes: [44012, 44017],
    en: () => 'The control of risks stops changes of people in this company. Have it lifted first.',
    zh: () => '风险控制拦截了该企业的成员变更，请先解除。',
  },
  people_created_too_fast: {
    codes: [44009],
    en: () => 'Too many users were created in this company lately. Wait a day.',
    zh: () => '该企业近期创建的用户过多，请一天后重试。',
  },
  joined_too_many_companies: {
    codes: [44004],
    en: ({ contact }) => `${contact} has joined too many companies lately. Wait 24 hours.`,
    zh: ({ contact }) => `${contact} 近期加入的企业过多，请 24 小时后重试。`,
  },
  seats_spent: {
    codes: [41008],
    en: ({ seats }) => `All ${seats} seats that the company bought are taken. Buy more, or have somebody resign.`,
    zh: ({ seats }) => `企业购买的 ${seats} 个席位已用完，请增购或先办理离职。`,
  },
  edition_seats_spent: {
    codes: [44023],
    en: ({ seats }) => `All ${seats} seats of the edition of this company are taken. Change the edition, or have somebody resign.`,
    zh: ({ seats }) => `当前版本的 ${seats} 个通讯录席位已用完，请升级版本或先办理离职。`,
  },
  uncertified_seats_spent: {
    codes: [41007],
    en: ({ seats }) => `A company that is not certified has at most ${seats} users. Have it certified.`,
    zh: ({ seats }) => `未认证企业最多 ${seats} 名用户，请先完成认证。`,
  },
  name_rejected: {
    codes: [41014],
    en: ({ text }) => `The name "${text}" holds words that the review rejects. Choose another.`,
    zh: ({ text }) => `名称“${text}”包含敏感词，请更换。`,
  },
  picture_rejected: {
    codes: [41037],
    en: ({ key }) => `The picture ${key} was rejected by the review. Choose another avatar_key.`,
    zh: ({ key }) => `头像 ${key} 未通过审核，请更换 avatar_key。`,
  },
  login_type_unknown: {
    codes: [41015, 40001],
    en: ({ type }) => `The company has no way of logging in called ${type}. Check idp_type, or leave it out.`,
    zh: ({ type }) => `企业未配置登录方式 ${type}，请检查或去掉 idp_type。`,
  },
  regions_not_open: {
    codes: [44040, 44038],
    en: () => 'The company keeps data in one region only. Leave geo out.',
    zh: () => '企业未开通多地域数据驻留，请去掉 geo。',
  },
  region_not_granted: {
    codes: [44039, 44038],
    en: () => 'The app may not set where data are kept. Give it the scope contact:user.user_geo, or leave geo out.',
    zh: () => '应用没有设置地域的权限，请开通 contact:user.user_geo 或去掉 geo。',
  },
  regions_expired: {
    codes: [44060, 44038],
    en: () => 'The time of this company with several regions is over. Have it renewed, or leave geo out.',
    zh: () => '企业的数据驻留服务已过期，请续订或去掉 geo。',
  },
  region_unknown: {
    codes: [44038],
    en: ({ region }) => `The company has no region ${region}. Check geo.`,
    zh: ({ region }) => `企业没有地域 ${region}，请检查 geo。`,
  },
  region_seats_spent: {
    codes: [44061, 44038],
    en: ({ region }) => `No seat is left for the region ${region}. Get more, or leave geo out.`,
    zh: ({ region }) => `地域 ${region} 的席位已用完，请增购或去掉 geo。`,
  },
  licence_needed: {
    codes: [44046],
    en: () => 'Everybody in this company needs a licence. Name one in subscription_ids.',
    zh: () => '该企业要求为成员分配席位，请填写 subscription_ids。',
  },
  licence_unknown: {
    codes: [44048],
    en: ({ licence }) => `The company has no licence ${licence}. Check subscription_ids.`,
    zh: ({ licence }) => `企业没有席位 ${licence}，请检查 subscription_ids。`,
  },
  licence_spent: {
    codes: [44047],
    en: ({ licence }) => `The licence ${licence} has no seat left. Get more, or name another in subscription_ids.`,
    zh: ({ licence }) => `席位 ${licence} 已用完，请增购或更换 subscription_ids。`,
  },
}
