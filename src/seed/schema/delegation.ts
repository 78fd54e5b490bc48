import { type Static, Type } from 'typebox'
import { services } from '../../directory/services/services.ts'
import { account, changed, made, node, oneOf, yesNo } from './kinds.ts'

export const delegationSchema = Type.Object(
  {
    service: oneOf(
      services.map(({ product }) => product),
      'The service that is administered',
    ),
    account: account('Who administers it'),
    scope: Type.Optional(oneOf(['all', 'part'], 'All members, or those named here. Default all; part when any are named.')),
    accounts: Type.Optional(Type.Array(account('A member'), { title: 'a list of accounts', description: 'Members in its scope' })),
    nodes: Type.Optional(Type.Array(node('A department'), { title: 'a list of departments', description: 'Departments in its scope' })),
    inUse: Type.Optional(yesNo('The member uses the service (default false)')),
    createdAt: made,
    updatedAt: changed,
  },
  { additionalProperties: false, title: 'a delegation: { service, account }' },
)

export type SeedDelegation = Static<typeof delegationSchema>
