import type { PersonContactRefusal } from '../../../directory/refusals/people-writing.ts'
import type { Wordings } from './wording.ts'

export const personContactWordings: Wordings<PersonContactRefusal> = {
  contact_needed: {
    codes: [41009],
    en: () => 'A user needs a mobile or an email. Send one.',
    zh: () => '用户须有手机号或邮箱，请至少填写一项。',
  },
  mobile_needed: {
    codes: [41010],
    en: () => 'A user needs a mobile. Send one.',
    zh: () => '用户须有手机号，请填写 mobile。',
  },
  mail_needed_beside_mobile: {
    codes: [44020],
    en: () => 'A mobile that does not begin with +86 needs an email beside it. Send one.',
    zh: () => '非 +86 手机号须同时填写 email。',
  },
  mobile_of_mainland: {
    codes: [44018],
    en: ({ mobile }) => `The company is of the overseas edition, which takes no +86 mobile: ${mobile}. Send another, or an email only.`,
    zh: ({ mobile }) => `海外版企业不支持 +86 手机号 ${mobile}，请更换或仅填写邮箱。`,
  },
  mobile_of_abroad: {
    codes: [44019],
    en: ({ mobile }) => `A company that is not certified takes only +86 mobiles, not ${mobile}. Have it certified, or send another.`,
    zh: ({ mobile }) => `未认证企业仅支持 +86 手机号，不支持 ${mobile}，请完成认证或更换。`,
  },
  mobile_taken: {
    codes: [41001],
    en: ({ mobile }) => `Another user of this company has the mobile ${mobile}. Send another.`,
    zh: ({ mobile }) => `手机号 ${mobile} 已被企业中的其他用户使用，请更换。`,
  },
  email_taken: {
    codes: [41002],
    en: ({ email }) => `Another user of this company has the email ${email}. Send another.`,
    zh: ({ email }) => `邮箱 ${email} 已被企业中的其他用户使用，请更换。`,
  },
  enterprise_email_taken: {
    codes: [41034],
    en: ({ email }) => `Another user of this company has the enterprise_email ${email}. Choose another prefix.`,
    zh: ({ email }) => `企业邮箱 ${email} 已被使用，请更换前缀。`,
  },
  enterprise_email_is_account: {
    codes: [44024],
    en: ({ email }) => `Another user logs in with ${email}, so that it cannot be an enterprise_email. Choose another.`,
    zh: ({ email }) => `${email} 已注册为其他成员的账号，请更换 enterprise_email。`,
  },
  enterprise_email_recycled: {
    codes: [41069],
    en: ({ email }) => `The enterprise_email ${email} is in the recycle bin. Take it out of there, or choose another.`,
    zh: ({ email }) => `企业邮箱 ${email} 在回收站中，请先恢复或更换。`,
  },
  contacts_of_two: {
    codes: [41003],
    en: ({ mobile, email }) => `The mobile ${mobile} and the email ${email} belong to two other users. Send those of one person.`,
    zh: ({ mobile, email }) => `手机号 ${mobile} 与邮箱 ${email} 分属两个用户，请使用同一人的信息。`,
  },
  person_exists: {
    codes: [41053],
    en: ({ mobile, email }) => `One user has both the mobile ${mobile} and the email ${email} already. Use that user.`,
    zh: ({ mobile, email }) => `已有用户同时使用手机号 ${mobile} 和邮箱 ${email}，请直接使用该用户。`,
  },
  employee_no_taken: {
    codes: [44051, 40001],
    en: ({ number }) => `Another user of this company has the employee_no ${number}. Choose another.`,
    zh: ({ number }) => `工号 ${number} 已被使用，请更换。`,
  },
  mail_domain_unknown: {
    codes: [44001],
    en: ({ domain }) => `The company has no mail of the domain ${domain}. Have the domain added, or leave enterprise_email out.`,
    zh: ({ domain }) => `企业没有邮箱域名 ${domain}，请先添加域名或去掉 enterprise_email。`,
  },
  mail_aliases_spent: {
    codes: [41068],
    en: () => 'No alias of a mailbox is left in this company. Delete one, or leave enterprise_email out.',
    zh: () => '企业邮箱别名数量已达上限，请删除部分别名或去掉 enterprise_email。',
  },
  inactive_email_fixed: {
    codes: [44014],
    en: () => 'The user is not active and his email is his enterprise_email: it cannot be changed. Leave email out.',
    zh: () => '未激活用户的邮箱与企业邮箱相同，不能修改，请去掉 email。',
  },
}
