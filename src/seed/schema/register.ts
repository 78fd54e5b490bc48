import { type Static, Type } from 'typebox'
import { account, givenNumber, made, moment, name, text } from './kinds.ts'

export const entitySchema = Type.Object(
  {
    name: name('The verified name of the company'),
    id: Type.Optional(givenNumber()),
    manager: Type.Optional(account('Who administers it')),
    createdAt: made,
  },
  { additionalProperties: false, title: 'a company: { name, manager }' },
)

export const creationSchema = Type.Object(
  { id: Type.Optional(givenNumber()), account: Type.Optional(account('The account that was made')), createdAt: made },
  { additionalProperties: false, title: 'a record: { id, account }' },
)

export const applicationSchema = Type.Object(
  {
    account: account('Who is to be invited'),
    entity: text(1024, 'The company'),
    proofs: Type.Optional(
      Type.Array(
        Type.Object(
          { name: text(1024, 'Its name'), url: text(8192, 'Where it lies') },
          { additionalProperties: false, title: 'a proof: { name, url }' },
        ),
        { title: 'a list of proofs', description: 'What proves it' },
      ),
    ),
    createdAt: made,
  },
  { additionalProperties: false, title: 'an application: { account, entity }' },
)

export const deletionSchema = Type.Object(
  {
    account: account('The member whose account is to be deleted'),
    requestedAt: moment('When that was asked for'),
    dueAt: moment('When it will be done'),
  },
  { additionalProperties: false, title: 'a deletion: { account, requestedAt, dueAt }' },
)

export type SeedEntity = Static<typeof entitySchema>
export type SeedCreation = Static<typeof creationSchema>
export type SeedApplication = Static<typeof applicationSchema>
export type SeedDeletion = Static<typeof deletionSchema>
