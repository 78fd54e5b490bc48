import { foundation } from './0001-foundation.ts'
import { fewerPagesAChange } from './0002-fewer-pages-a-change.ts'
import { organizations } from './0003-organizations.ts'
import { companies } from './0004-companies.ts'
import { vocabularies } from './0005-vocabularies.ts'
import { rolesAndUnits } from './0006-roles-and-units.ts'
import { eventDelivery } from './0007-event-delivery.ts'
import { sourceCredentials } from './0008-source-credentials.ts'
import { synchronizedResources } from './0009-synchronized-resources.ts'
import { bridges } from './0010-bridges.ts'
import { membershipsWithoutLookUps } from './0011-memberships-without-look-ups.ts'
import { whenMembersChanged } from './0012-when-members-changed.ts'
import { namesOfMembers } from './0013-names-of-members.ts'
import { listedValues } from './0014-listed-values.ts'
import { numberedMemberships } from './0015-numbered-memberships.ts'
import { leadersOfPosts } from './0016-leaders-of-posts.ts'
import { ordersOfLists } from './0017-orders-of-lists.ts'
import { consents } from './0018-consents.ts'
import { consentedScopes } from './0019-consented-scopes.ts'
import { whenMade } from './0020-when-made.ts'

/** Every migration, oldest first; what was released is never edited. */
export const migrations = [
  foundation,
  fewerPagesAChange,
  organizations,
  companies,
  vocabularies,
  rolesAndUnits,
  eventDelivery,
  sourceCredentials,
  synchronizedResources,
  bridges,
  membershipsWithoutLookUps,
  whenMembersChanged,
  namesOfMembers,
  listedValues,
  numberedMemberships,
  leadersOfPosts,
  ordersOfLists,
  consents,
  consentedScopes,
  whenMade,
] as const
