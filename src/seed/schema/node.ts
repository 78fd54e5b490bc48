import { type Static, Type } from 'typebox'
import { changed, givenNumber, made, tags, text } from './kinds.ts'

const nodeFields = {
  name: Type.String({
    pattern: '^[^/]+$',
    maxLength: 1024,
    title: 'a text of 1 to 1024 characters without /',
    description: 'Its name, which no other department of the organization has',
  }),
  id: Type.Optional(givenNumber()),
  remark: Type.Optional(text(4096, 'A remark')),
  tags,
  createdAt: made,
  updatedAt: changed,
}

/** A department, and those below it. */
export const nodeSchema = Type.Cyclic(
  {
    node: Type.Object(
      {
        ...nodeFields,
        nodes: Type.Optional(Type.Array(Type.Ref('node'), { title: 'a list of departments', description: 'Departments below it' })),
      },
      { additionalProperties: false, title: 'a department' },
    ),
  },
  'node',
)

export const rootSchema = Type.Object(
  { ...nodeFields, name: Type.Optional(nodeFields.name) },
  { additionalProperties: false, title: 'the root', description: 'The root of the tree; left out, it is as a new organization has it' },
)

export type SeedNode = Static<typeof nodeSchema>
export type SeedRoot = Static<typeof rootSchema>
