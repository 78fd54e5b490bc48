import { Type } from 'typebox'
import { named } from '../../../../contract/shown.ts'
import { type ErrorTable, endpoint } from '../../declaration.ts'
import { FeishuError } from '../../feishu-error.ts'
import { userIdTypes } from '../../ids.ts'
import { oneOf } from '../../schemas.ts'
import { groupPath, groupWriter } from '../group/group-fields.ts'
import { batchOf, changeMembers, listedIn, resultsOf } from './batch.ts'

const errors = {
  40001: [400, 'param error'],
  40003: [500, 'internal error'],
  40022: [400, 'partial failed, see Results field for more details'],
  41073: [400, 'invalid member_id'],
  41074: [400, 'invalid member_type'],
  42002: [400, 'invalid group_id'],
  42009: [403, 'no group authority'],
  41050: [403, 'no user authority error'],
} as const satisfies ErrorTable

export const batchRemoveGroupMembers = endpoint({
  ...groupWriter,
  name: 'group_member.batch_remove',
  area: 'group-member',
  summary: { en: 'Take up to 100 users out of a normal user group; who is not in it is out', zh: '批量移除用户组成员' },
  source: 'contact-v3, group-member/batch_remove',
  method: 'POST',
  route: '/open-apis/contact/v3/group/:group_id/member/batch_remove',
  path: groupPath,
  body: { members: batchOf(oneOf(userIdTypes)) },
  output: Type.Object({}),
  errors,
  faults: [40003],
  chosen: {
    42003: { http: 400, msg: 'group type invalid', reason: 'Nobody is taken out of a dynamic group, for which the page names no code' },
  },
  async handle(call, { path, body: { members } }) {
    const outcomes = await changeMembers(call, 'remove', path.group_id, members)
    const failure = failureOf(resultsOf(members, outcomes, listedIn(errors)))
    if (failure) throw failure
    return {}
  },
})

interface Result {
  readonly member_id: string
  readonly code: number
}

/** What is told when entries failed: their code where all failed alike, otherwise 40022 with what became of each. The others are removed by now. */
function failureOf(results: readonly Result[]): FeishuError | undefined {
  const failed = results.flatMap(({ member_id: value, code }, index) =>
    code === 0 ? [] : [{ field: `members[${index}].member_id`, value, code }],
  )
  const [first] = failed
  if (!first) return undefined
  const violations = failed.map(({ field, value, code }) => ({ field, value, description: errors[code as keyof typeof errors][1] }))
  const names = failed.map(({ field, value }) => `${field} (${named(value)})`).join(', ')
  if (failed.length === results.length && failed.every(({ code }) => code === first.code)) {
    const text = {
      en: `Nobody was removed: ${names}. Check the ids, their member_id_type, and the range of the app.`,
      zh: `未移除任何成员：${names}，请检查 ID、member_id_type 及应用的通讯录权限范围。`,
    }
    return new FeishuError(first.code, text, { violations })
  }
  const text = {
    en: `These entries failed, and those that data.results tells with code 0 were removed: ${names}. Correct and send the failed ones alone.`,
    zh: `以下条目失败，data.results 中 code 为 0 的条目已移除：${names}，请更正后仅重试失败的条目。`,
  }
  return new FeishuError(40022, text, { violations, data: { results } })
}
