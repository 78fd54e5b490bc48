import { statement } from '../statement.ts'

/** Changes nothing when the id is taken. */
export const insertKey = statement((db, p: { secret_id: string; uin: number; sealed_secret: string; created_at: number }) =>
  db
    .insertInto('access_keys')
    .values({
      secret_id: p.secret_id,
      uin: p.uin,
      sealed_secret: p.sealed_secret,
      status: 'enabled',
      ip_allow: '[]',
      ip_deny: '[]',
      created_at: p.created_at,
    })
    .onConflict((conflict) => conflict.column('secret_id').doNothing()),
)

export const findKey = statement((db, p: { secretId: string; uin: number }) =>
  db.selectFrom('access_keys').where('secret_id', '=', p.secretId).where('uin', '=', p.uin).selectAll(),
)

export const updateKey = statement((db, p: { secretId: string; uin: number; status: string; ip_allow: string; ip_deny: string }) =>
  db
    .updateTable('access_keys')
    .set({ status: p.status, ip_allow: p.ip_allow, ip_deny: p.ip_deny })
    .where('secret_id', '=', p.secretId)
    .where('uin', '=', p.uin),
)

export const deleteKey = statement((db, p: { secretId: string; uin: number }) =>
  db.deleteFrom('access_keys').where('secret_id', '=', p.secretId).where('uin', '=', p.uin),
)

/** Keys of one account, in the order of their ids, behind `after`; without their secrets. */
export const keysOfAccount = statement((db, p: { uin: number; after: string; limit: number }) =>
  db
    .selectFrom('access_keys')
    .where('uin', '=', p.uin)
    .where('secret_id', '>', p.after)
    .orderBy('secret_id')
    .limit(p.limit)
    .select(['secret_id', 'uin', 'status', 'ip_allow', 'ip_deny', 'created_at']),
)

/** Who signs with a key, where that account stands, and the zone of its organization: all that a request needs to know of its caller. */
export const callerOfKey = statement((db, p: { secretId: string }) =>
  db
    .selectFrom('access_keys as k')
    .innerJoin('accounts as a', 'a.uin', 'k.uin')
    .leftJoin('affiliations as f', 'f.uin', 'k.uin')
    .leftJoin('organizations as o', 'o.id', 'f.organization')
    .leftJoin('zones as z', 'z.organization', 'f.organization')
    .where('k.secret_id', '=', p.secretId)
    .select(['k.sealed_secret', 'k.status as key_status', 'k.ip_allow', 'k.ip_deny'])
    .select(['a.uin', 'a.name', 'a.verification', 'a.entity', 'a.kind', 'a.created_in', 'a.facts', 'a.created_at'])
    .select(['f.organization', 'o.manager_uin'])
    .select([
      'z.id as zone_id',
      'z.name as zone_name',
      'z.synchronization',
      'z.quotas',
      'z.user_count',
      'z.group_count',
      'z.users_version',
      'z.adoption',
    ])
    .select(['z.created_at as zone_created_at', 'z.updated_at as zone_updated_at']),
)
