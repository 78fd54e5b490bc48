import { Type } from 'typebox'
import { organizationId, uin } from '../fields.ts'

export const entityName = Type.String({
  minLength: 1,
  maxLength: 200,
  description: "The company's verified name: AuthName of DescribeOrganizationAuthNode. Accounts that are created for it are verified so.",
})

export const managerUin = Type.Union([uin, Type.Null()], {
  description:
    'The member that administers the accounts of the company, and may pay for them; null when nobody does: then DescribeOrganizationAuthNode leaves it out.',
})

const entityId = Type.Integer({
  minimum: 1,
  maximum: Number.MAX_SAFE_INTEGER,
  description: 'Id of the relation: RelationId, and AuthRelationId of CreateOrganizationMember. You choose it.',
})

export const entityParams = { organization: organizationId, id: entityId }

export const entity = Type.Object({ organization: organizationId, id: entityId, name: entityName, managerUin })
