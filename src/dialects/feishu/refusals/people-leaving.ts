import type { LeavingPersonRefusal } from '../../../directory/refusals/people-leaving.ts'
import type { Wordings } from './wording.ts'

export const leavingPersonWordings: Wordings<LeavingPersonRefusal> = {
  person_is_manager: {
    codes: [44037],
    en: ({ person }) => `The user ${person} administers the company and can't be deleted. Appoint another administrator first.`,
    zh: ({ person }) => `用户 ${person} 是企业管理员，不能删除，请先更换管理员。`,
  },
  person_leaves_elsewhere: {
    codes: [44062],
    en: ({ person }) => `The user ${person} is led by another system. Let the user go there.`,
    zh: ({ person }) => `用户 ${person} 由其他系统管理，请在该系统中办理离职。`,
  },
  acceptor_invalid: {
    codes: [41052],
    en: ({ resource }) => `${resource} names nobody who can take over: it must be another user within the range who has not resigned.`,
    zh: ({ resource }) => `${resource} 所指用户无法接收，应为权限范围内且未离职的其他用户。`,
  },
  person_not_resigned: {
    codes: [44033],
    en: ({ person }) => `The user ${person} has not resigned, so there is nothing to restore. Check the id.`,
    zh: ({ person }) => `用户 ${person} 未离职，无需恢复，请检查 ID。`,
  },
  returning_person_anonymized: {
    codes: [44041],
    en: ({ person }) => `The user ${person} was anonymized and can't return. Create a new user.`,
    zh: ({ person }) => `用户 ${person} 已匿名化，无法恢复，请新建用户。`,
  },
  resigned_too_long_ago: {
    codes: [44028],
    en: ({ person, days }) => `The user ${person} resigned more than ${days} days ago and can't return. Create a new user.`,
    zh: ({ person, days }) => `用户 ${person} 离职已超过 ${days} 天，无法恢复，请新建用户。`,
  },
  returning_mobile_taken: {
    codes: [44030],
    en: ({ mobile }) => `The mobile ${mobile} belongs to another user by now. Change that user's mobile first.`,
    zh: ({ mobile }) => `手机号 ${mobile} 已被其他用户使用，请先修改该用户的手机号。`,
  },
  returning_email_taken: {
    codes: [44031],
    en: ({ email }) => `The email ${email} belongs to another user by now. Change that user's email first.`,
    zh: ({ email }) => `邮箱 ${email} 已被其他用户使用，请先修改该用户的邮箱。`,
  },
  returning_code_taken: {
    codes: [44032],
    en: ({ code }) => `The user_id ${code} belongs to another user by now. Give that user another one with user.update_user_id first.`,
    zh: ({ code }) => `user_id ${code} 已被其他用户使用，请先用 user.update_user_id 修改该用户。`,
  },
  returning_number_taken: {
    codes: [44051],
    en: ({ number }) => `The employee_no ${number} belongs to another user by now. Change that user's employee_no first.`,
    zh: ({ number }) => `工号 ${number} 已被其他用户使用，请先修改该用户的工号。`,
  },
  person_code_used: {
    codes: [41011],
    en: ({ code }) => `Another user of this company has the user_id ${code}. Choose another user_id.`,
    zh: ({ code }) => `user_id ${code} 已被企业中的其他用户使用，请更换 user_id。`,
  },
  person_code_fixed: {
    codes: [41013],
    en: ({ code, most }) => `The user_id ${code} can't change any more: ${most} change(s) per user are allowed. Keep it.`,
    zh: ({ code, most }) => `user_id ${code} 不能再修改：每个用户最多修改 ${most} 次，请保留现有值。`,
  },
}
