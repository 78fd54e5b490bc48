import { phoneOf } from '../../../../../directory/people/phone.ts'
import type { UserBody } from './body-fields.ts'
import { malformed } from './malformed.ts'

/** The most departments of one user, as all three pages have it. */
const mostDepartments = 50

/** A mail: one @, a domain with a dot, nothing blank. */
const mail = /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/
const mailPrefix = /^[A-Za-z0-9]([\w.+-]{0,62}[A-Za-z0-9_])?$/

const lengthOf = (text: string) => [...text].length

/**
 * What is wrong with a body whose members have their types, in the order of the vendor's codes. `longestName` differs between the calls.
 * Refuses with 41004, 41005, 41006 and the like: each member has its own.
 */
export function checkForm(body: UserBody, longestName: number): void {
  checkNames(body, longestName)
  checkContacts(body)
  if (body.user_id !== '') checkUserId(body)
  if (/\s/.test(body.user_id ?? ''))
    throw malformed(41012, 'user_id', body.user_id, { en: 'must not hold anything blank', zh: '不得包含空白字符' })
  checkDepartments(body)
  checkAttributes(body)
}

function checkNames({ name, en_name, nickname, job_title }: UserBody, longest: number): void {
  if (name !== undefined && name.trim() === '') throw malformed(41040, 'name', name, { en: 'must not be blank', zh: '不得为空白' })
  const names = [
    [41070, 'name', name, longest],
    [41071, 'en_name', en_name, longest],
    [41072, 'nickname', nickname, longest],
    [41063, 'job_title', job_title, 255],
  ] as const
  for (const [code, field, text, most] of names) {
    if (text !== undefined && lengthOf(text) > most)
      throw malformed(code, field, text, { en: `must have ${most} characters or fewer`, zh: `至多 ${most} 个字符` })
  }
}

function checkContacts({ mobile, email, enterprise_email }: UserBody): void {
  if (mobile && phoneOf(mobile) === undefined)
    throw malformed(41004, 'mobile', mobile, {
      en: 'must be a number of the mainland, or + and the country before it',
      zh: '应为大陆手机号，或以 + 和国家（地区）代码开头',
    })
  if (email && (!mail.test(email) || email.length > 254))
    throw malformed(41005, 'email', email, { en: 'must be an address like name@example.com', zh: '应为 name@example.com 形式的邮箱' })
  if (!enterprise_email) return
  const at = enterprise_email.lastIndexOf('@')
  if (!mailPrefix.test(enterprise_email.slice(0, Math.max(at, 0))))
    throw malformed(41035, 'enterprise_email', enterprise_email, {
      en: 'must begin with letters, digits, and . _ + - between them',
      zh: '应以字母、数字及其间的 . _ + - 开头',
    })
}

/** `user_id` of a new user, where an empty one stands for one that is made here (user/create), or the one that a path names. */
export function checkUserId({ user_id: id }: { readonly user_id?: string }): void {
  if (id === undefined) return
  if (id.trim() === '') throw malformed(41051, 'user_id', id, { en: 'must not be empty', zh: '不得为空' })
  if (lengthOf(id) > 64) throw malformed(41043, 'user_id', id, { en: 'must have 64 characters or fewer', zh: '至多 64 个字符' })
}

function checkDepartments({ department_ids: departments }: UserBody): void {
  if (!departments) return
  if (departments.length === 0)
    throw malformed(41017, 'department_ids', departments, { en: 'must name a department', zh: '至少填写一个部门' })
  const empty = departments.findIndex((department) => department.trim() === '')
  if (empty >= 0) throw malformed(41041, `department_ids[${empty}]`, '', { en: 'must be the id of a department', zh: '应为部门 ID' })
  if (new Set(departments).size > mostDepartments)
    throw malformed(41033, 'department_ids', departments.length, {
      en: `must have ${mostDepartments} entries or fewer`,
      zh: `至多 ${mostDepartments} 项`,
    })
}

/** Ids come before values, and what is not there before what is malformed. */
function checkAttributes({ custom_attrs: attributes = [] }: UserBody): void {
  for (const [index, { id }] of attributes.entries()) {
    if (id === undefined || id === '') throw malformed(41044, `custom_attrs[${index}].id`, id, { en: 'is required', zh: '为必填' })
  }
  for (const [index, { value, id }] of attributes.entries()) {
    if (value === undefined) throw malformed(41046, `custom_attrs[${index}].value`, id, { en: 'is required', zh: '为必填' })
  }
  const named = new Set<string>()
  for (const [index, { id = '' }] of attributes.entries()) {
    if (named.has(id))
      throw malformed(40001, `custom_attrs[${index}].id`, id, { en: 'must be in custom_attrs once', zh: '在 custom_attrs 中只能出现一次' })
    named.add(id)
  }
  for (const [index, { value = {} }] of attributes.entries()) {
    for (const member of ['url', 'pc_url'] as const) {
      const address = value[member]
      if (address && !/^https?:\/\/./.test(address))
        throw malformed(40001, `custom_attrs[${index}].value.${member}`, address, {
          en: 'must begin with http:// or https://',
          zh: '应以 http:// 或 https:// 开头',
        })
    }
  }
}
