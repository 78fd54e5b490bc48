import { bulk } from './bulk/bulk.ts'
import { getResourceType } from './discovery/get-resource-type.ts'
import { getSchema } from './discovery/get-schema.ts'
import { getServiceProviderConfig } from './discovery/get-service-provider-config.ts'
import { listResourceTypes } from './discovery/list-resource-types.ts'
import { listSchemas } from './discovery/list-schemas.ts'
import { createGroup } from './groups/create-group.ts'
import { deleteGroup } from './groups/delete-group.ts'
import { getGroup } from './groups/get-group.ts'
import { listGroups } from './groups/list-groups.ts'
import { patchGroup } from './groups/patch-group.ts'
import { replaceGroup } from './groups/replace-group.ts'
import type { ScimOperation } from './scim-operation.ts'
import { search } from './search/search.ts'
import { searchGroups } from './search/search-groups.ts'
import { searchUsers } from './search/search-users.ts'
import { createUser } from './users/create-user.ts'
import { deleteUser } from './users/delete-user.ts'
import { getUser } from './users/get-user.ts'
import { listUsers } from './users/list-users.ts'
import { patchUser } from './users/patch-user.ts'
import { replaceUser } from './users/replace-user.ts'

/** Every operation of this wire. */
export const scimOperations: readonly ScimOperation[] = [
  getServiceProviderConfig,
  listResourceTypes,
  getResourceType,
  listSchemas,
  getSchema,
  createUser,
  getUser,
  listUsers,
  replaceUser,
  patchUser,
  deleteUser,
  createGroup,
  getGroup,
  listGroups,
  replaceGroup,
  patchGroup,
  deleteGroup,
  search,
  searchUsers,
  searchGroups,
  bulk,
]
