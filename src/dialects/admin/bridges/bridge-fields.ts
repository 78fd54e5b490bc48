import { type Static, Type } from 'typebox'
import type { Bridge } from '../../../directory/bridges/bridge.ts'
import { addressSources, leaverRules, nameSources } from '../../../directory/bridges/mapping.ts'
import type { Zone } from '../../../directory/zones/zone.ts'
import { companyId } from '../companies/company-fields.ts'
import { time, timeOf, zoneId } from '../fields.ts'
import { strictObject } from '../strict-object.ts'

const bridgeId = Type.String({ minLength: 1, maxLength: 64, description: 'Id of a bridge' })

export const bridgeParams = { zone: zoneId, bridge: bridgeId }

const chosen = (description: string) => Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { maxItems: 100, description })

export const selection = strictObject(
  {
    departments: Type.Optional(
      chosen("Departments by their od-… ids or by the company's own, each with everybody in it and below it; `0` is the whole company"),
    ),
    groups: Type.Optional(chosen('User groups by id, with the people of the departments that are in them')),
  },
  { description: 'Each becomes a group of the zone, and whoever is in one of them a user' },
)

const names = Type.Array(Type.Enum([...nameSources]), {
  minItems: 1,
  maxItems: nameSources.length,
  description: 'What UserName is taken from: the first of these that the person has. By default `email`, else `code`',
})
const email = Type.Enum([...addressSources], { description: 'What Email is taken from' })
const groupPrefix = Type.String({
  maxLength: 64,
  pattern: '^[^\\u0000-\\u001f\\u007f-\\u009f]*$',
  description: 'Stands before the name of each group',
})
const leavers = Type.Enum([...leaverRules], {
  description: 'What becomes of the users of people who are no longer chosen, or who resigned. By default they are disabled',
})

/** What is left out has its default, or stays. */
export const someMapping = strictObject({
  names: Type.Optional(names),
  email: Type.Optional(email),
  groupPrefix: Type.Optional(groupPrefix),
  leavers: Type.Optional(leavers),
})

export const removalShare = Type.Number({
  minimum: 0,
  maximum: 1,
  description:
    'How much of a group, and of all users of the bridge, may go within 24 hours without being told; up to 5 always may. By default 0.2. Kept to three decimals',
})

export const status = Type.Enum(['following', 'paused'], {
  description: '`following`: what happens in the company is done in the zone at once. `paused`: only what is asked for is done',
})

const count = (description: string) => Type.Integer({ description })

export const bridge = Type.Object({
  id: bridgeId,
  zone: zoneId,
  company: companyId,
  selection: Type.Object({ departments: Type.Array(Type.String()), groups: Type.Array(Type.String()) }),
  mapping: Type.Object({ names, email, groupPrefix, leavers }),
  removalShare,
  status,
  state: Type.Enum(['following', 'paused', 'waiting'], {
    description: '`waiting`: it would follow, but the synchronization of the zone is switched off',
  }),
  seq: count("The last event of the company's stream that the zone is known to agree with"),
  lastRun: Type.Union(
    [
      Type.Object({
        at: time,
        by: Type.Enum(['apply', 'follow']),
        failed: count('Items that could not be done, and still are not'),
        held: count('Items that were not allowed, and still are not'),
      }),
      Type.Null(),
    ],
    { description: 'How it went the last time that anything was to be told; null before the first time' },
  ),
  createdAt: time,
  updatedAt: time,
})

export function showBridge({ bridge: shown, zone }: { bridge: Bridge; zone: Pick<Zone, 'synchronization'> }): Static<typeof bridge> {
  const { id, company, mapping, status: wanted, seq, report } = shown
  return {
    ...{ id, zone: shown.zone, company, removalShare: shown.removalShare, status: wanted, seq },
    selection: { departments: [...shown.selection.departments], groups: [...shown.selection.groups] },
    mapping: { ...mapping, names: [...mapping.names] },
    state: wanted === 'following' && zone.synchronization === 'disabled' ? 'waiting' : wanted,
    lastRun: report ? { at: timeOf(report.at), by: report.by, failed: report.failed, held: report.held } : null,
    createdAt: timeOf(shown.createdAt),
    updatedAt: timeOf(shown.updatedAt),
  }
}
