import type { Wordings } from './wording.ts'

/** Facts about the directory's own secrets, that an operation of this wire can meet. */
export const secretWordings = {
  admin_token_in_force: {
    status: 409,
    title: 'The token is in force already',
    en: () => 'This is the admin token in force already, and it stays so. Give another `token`, or none to have one made.',
    zh: () => '该令牌正是当前生效的管理令牌，未作变更。请更换 `token`，或不传以自动生成。',
  },
} satisfies Wordings
