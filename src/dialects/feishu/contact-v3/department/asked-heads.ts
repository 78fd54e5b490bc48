import { named } from '../../../../contract/shown.ts'
import type { Leader } from '../../../../directory/departments/department.ts'
import { mainLeader } from '../../../../directory/departments/judge-heads.ts'
import { Refused } from '../../../../directory/refusals.ts'
import type { Reader } from '../../../../directory/session.ts'
import type { Call } from '../../call.ts'
import { FeishuError } from '../../feishu-error.ts'
import type { UserIdType } from '../../ids.ts'
import { readPeople } from '../../translate-ids.ts'

interface Sent {
  readonly leader_user_id?: string
  readonly leaders?: readonly { readonly leaderType: number; readonly leaderID: string }[]
  readonly department_hrbps?: readonly string[]
}

/** Leaders and partners as the directory knows them; what was not sent is left out. */
export interface AskedHeads {
  readonly leaders?: readonly Leader[]
  /** Only without `leaders`. */
  readonly mainLeader?: string
  readonly partners?: readonly string[]
}

/**
 * Reads who is named as a leader or partner, in one query; an empty leader_user_id names nobody. Refuses with 41012 for a leader and 43028 for a
 * partner that nobody is, and with `disagree` when `leader_user_id` is not the main leader of `leaders`.
 */
export async function headsAsked(
  reader: Reader,
  call: Call,
  sent: Sent,
  { type = 'open_id', disagree }: { type?: UserIdType | undefined; disagree: number },
): Promise<AskedHeads & { readonly written: ReadonlyMap<string, string> }> {
  const { leaders, department_hrbps: partners } = sent
  const main = sent.leader_user_id || undefined
  if (main !== undefined && leaders && !leaders.some(({ leaderType, leaderID }) => leaderType === mainLeader && leaderID === main)) {
    throw new FeishuError(disagree, {
      en: `leader_user_id ${named(main)} is not the main leader of leaders. Send one of the two, or the same person in both.`,
      zh: `leader_user_id ${named(main)} 与 leaders 中的主负责人不一致，请只填写其一或保持一致。`,
    })
  }
  const heads = [...(main === undefined ? [] : [main]), ...(leaders ?? []).map(({ leaderID }) => leaderID)]
  const all = [...heads, ...(partners ?? [])]
  const found = await readPeople(
    reader,
    call,
    all.map((id) => [id, type] as const),
  )
  const ids = new Map(all.map((id, index) => [id, found[index]?.id ?? wrongId(id, index < heads.length)]))
  const idOf = (written: string) => ids.get(written) as string
  return {
    ...(leaders && { leaders: leaders.map(({ leaderType, leaderID }) => ({ person: idOf(leaderID), kind: leaderType })) }),
    ...(main !== undefined && !leaders && { mainLeader: idOf(main) }),
    ...(partners && { partners: partners.map(idOf) }),
    written: new Map([...ids].map(([written, id]) => [id, written])),
  }
}

function wrongId(id: string, leads: boolean): never {
  const [code, field] = leads ? [41012, 'leader_user_id'] : [43028, 'department_hrbps']
  throw new FeishuError(
    code,
    {
      en: `Nobody in this company has the id ${named(id)}. Check ${leads ? 'leader_user_id and leaders' : field}, and user_id_type.`,
      zh: `企业中没有 ID 为 ${named(id)} 的用户，请检查 ${leads ? 'leader_user_id、leaders' : field} 及 user_id_type。`,
    },
    { violations: [{ field, value: id, description: 'not the id of a person of this company in user_id_type' }] },
  )
}

/** Runs a command whose refusals name people by the ids that they were sent with. */
export async function namedAsWritten<Answer>(written: ReadonlyMap<string, string>, command: () => Promise<Answer>): Promise<Answer> {
  try {
    return await command()
  } catch (thrown) {
    if (!(thrown instanceof Refused) || !('person' in thrown.refusal)) throw thrown
    throw new Refused({ ...thrown.refusal, person: written.get(thrown.refusal.person) ?? '' })
  }
}
