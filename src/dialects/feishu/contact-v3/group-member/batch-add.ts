import { Type } from 'typebox'
import { type ErrorTable, endpoint } from '../../declaration.ts'
import { userIdTypes } from '../../ids.ts'
import { oneOf } from '../../schemas.ts'
import { groupPath, groupWriter } from '../group/group-fields.ts'
import { batchOf, changeMembers, entryResults, listedIn, resultsOf } from './batch.ts'

const errors = {
  41050: [403, 'no user authority error'],
  40003: [500, 'internal error'],
  40001: [400, 'param error'],
  42012: [400, 'group member user reached the upper limit'],
  42005: [200, 'member is already in group'],
  42006: [400, 'user has resigned error'],
  41073: [400, 'invalid member_id'],
  41074: [400, 'invalid member_type'],
  41071: [400, 'invalid member_id_type'],
  42002: [400, 'invalid group_id'],
  42009: [403, 'no user group authority'],
} as const satisfies ErrorTable

/** What is told of one entry beside the others, with code 0 for the whole. */
const ofAnEntry = (...codes: (keyof typeof errors)[]) =>
  Object.fromEntries(codes.map((code) => [code, 'Told of its entry, in `results`; the call itself answers 0.']))

export const batchAddGroupMembers = endpoint({
  ...groupWriter,
  name: 'group_member.batch_add',
  area: 'group-member',
  summary: { en: 'Put up to 100 users into a normal user group; each entry tells what became of it', zh: '批量添加用户组成员' },
  source: 'contact-v3, group-member/batch_add',
  method: 'POST',
  route: '/open-apis/contact/v3/group/:group_id/member/batch_add',
  path: groupPath,
  body: { members: batchOf(oneOf(userIdTypes, { refusal: 41071 })) },
  output: Type.Object({ results: entryResults }),
  errors,
  faults: [40003],
  unreachable: ofAnEntry(41050, 42005, 42006, 41073),
  chosen: {
    42003: { http: 400, msg: 'group type invalid', reason: 'Nobody is put into a dynamic group, for which the page names no code' },
  },
  async handle(call, { path, body: { members } }) {
    const outcomes = await changeMembers(call, 'add', path.group_id, members)
    return { results: resultsOf(members, outcomes, listedIn(errors)) }
  },
})
