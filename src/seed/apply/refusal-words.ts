import type { Refusal } from '../../directory/refusals.ts'
import { shown } from '../read/finding.ts'

/** What the directory refuses, and the way out, where a document can do something about it. */
const words: { readonly [Fact in Refusal['fact']]?: (refusal: Extract<Refusal, { fact: Fact }>) => string } = {
  not_verified: () => 'its manager is not verified as an enterprise. Write `verification: enterprise` at that account.',
  not_enterprise: () => 'its manager is not verified as an enterprise. Write `verification: enterprise` at that account.',
  account_kind_barred: () => "a distributor's client can have no organization. Write `kind: standard` at its manager.",
  account_created_in_organization: ({ organization }) =>
    `its manager was made by organization ${organization}, and such an account can have none.`,
  already_in_organization: ({ organization }) => `the account belongs to organization ${organization} already. Take it out there first.`,
  node_name_taken: ({ name }) => `the organization has another department called ${shown(name)}. Give each its own name.`,
  node_too_deep: ({ most }) => `it lies deeper than ${most} levels below the root. Move it up.`,
  node_quota_reached: ({ quota }) => `the organization may have ${quota} departments. Write a higher limit: \`limits: { nodes: … }\`.`,
  zone_name_taken: ({ name }) => `another zone is called ${shown(name)}. Give it another name.`,
  user_name_taken: ({ name }) => `the zone has a user called ${shown(name)}. Give it another name.`,
  email_taken: ({ email }) => `another user of the zone has the address ${email}. Give it another.`,
  group_name_taken: ({ name }) => `the zone has a group called ${shown(name)}. Give it another name.`,
  group_full: ({ quota }) => `the group may have ${quota} users. Write a higher quota: \`quotas: { usersPerGroup: … }\`.`,
  user_in_too_many_groups: ({ user, quota }) =>
    `user ${user} may be in ${quota} groups. Write a higher quota: \`quotas: { groupsPerUser: … }\`.`,
  owners_differ: ({ groupOwner, userOwner }) => `the group is ${groupOwner} and the user ${userOwner}. Give both the same \`owner\`.`,
  group_owned_by_sync: () => 'the zone is synchronized, and the group belongs to its source. Turn synchronization off first.',
  key_exists: ({ secretId }) => `another account has the key ${secretId}. Give it another id.`,
  address_taken: ({ email }) => `another account has the address ${email}. Give it another.`,
  scope_empty: () => 'its scope names nobody. Write `accounts` or `nodes`, or `scope: all`.',
  service_takes_no_scope: ({ service }) => `${service} cannot be limited to a part. Leave \`scope\`, \`accounts\` and \`nodes\` out.`,
  service_not_delegable: ({ service }) => `${service} cannot be administered by members.`,
  delegate_quota_reached: ({ service, quota }) => `${service} may have ${quota} administrators.`,
  manager_needs_no_delegation: () => 'the manager administers every service anyway. Leave it out.',
  member_not_found: ({ uin }) => `account ${uin} is no member of the organization. Write it under \`members\`.`,
}

/** One fact as a sentence; a fact without words of its own is named with all that it says. */
export function refusalWords(refusal: Refusal): string {
  const say = words[refusal.fact] as ((refusal: Refusal) => string) | undefined
  if (say) return say(refusal)
  const { fact, ...facts } = refusal
  const told = Object.entries(facts).map(([name, value]) => `${name} ${shown(value)}`)
  return `the directory refuses it: ${fact.replaceAll('_', ' ')}${told.length > 0 ? ` (${told.join(', ')})` : ''}.`
}
