import { type TSchema, Type } from 'typebox'
import type { Attribute } from './attribute.ts'
import { ownAttributes, type ResourceType } from './resource-type.ts'

/** A kind of resource as JSON Schema, for the documents: `written` leaves out what only the server says. */
export function resourceDocument(type: ResourceType, form: 'written' | 'shown'): TSchema {
  const attributes = ownAttributes(type)
  const extensions = type.extensions.map(({ id, description, attributes: own }) => [id, Type.Optional(members(own, form, description))])
  const example = type.name === 'User' ? { userName: 'mei.lin@example.com' } : { displayName: 'Sales', members: [{ value: 'u-…' }] }
  const examples = form === 'written' ? { examples: [{ schemas: [type.schema.id], ...example }] } : {}
  return Type.Object({ ...properties(attributes, form), ...Object.fromEntries(extensions) }, examples)
}

/** The query of everything that answers with one resource. */
export const shownQuery = Type.Object({
  attributes: Type.Optional(Type.String({ description: 'Names of the attributes to be shown, with commas between them.' })),
  excludedAttributes: Type.Optional(Type.String({ description: 'Names of the attributes not to be shown, with commas between them.' })),
})

const list = {
  filter: Type.Optional(Type.String({ description: 'RFC 7644 §3.4.2.2, such as `userName eq "lin"`; 8 KiB at most.' })),
  sortBy: Type.Optional(Type.String({ description: '`meta.created`, or the name: `userName` of users, `displayName` of groups.' })),
  sortOrder: Type.Optional(Type.Union([Type.Literal('ascending'), Type.Literal('descending')], { default: 'ascending' })),
  startIndex: Type.Optional(Type.Integer({ default: 1, description: 'From 1 on; less counts as 1.' })),
  count: Type.Optional(Type.Integer({ default: 100, description: 'Resources in the answer; 100 at most, less than 0 counts as 0.' })),
}

/** The query of a list. */
export const listQuery = Type.Object({ ...list, ...shownQuery.properties })

/** The body of a search. */
export const searchBody = Type.Object(
  {
    schemas: Type.Optional(Type.Array(Type.String())),
    ...list,
    attributes: Type.Optional(Type.Array(Type.String())),
    excludedAttributes: Type.Optional(Type.Array(Type.String())),
  },
  { examples: [{ schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'], startIndex: 1, count: 10 }] },
)

const patchMessage = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'

/** The body of a PATCH, with an operation as an example. */
export function patchBody(example: object): TSchema {
  return Type.Object(
    {
      schemas: Type.Array(Type.Literal(patchMessage)),
      Operations: Type.Array(
        Type.Object({
          op: Type.Union([Type.Literal('add'), Type.Literal('replace'), Type.Literal('remove')], { description: 'In any letter case.' }),
          path: Type.Optional(
            Type.String({ description: 'RFC 7644 §3.5.2, such as `members[value eq "…"]`; without it `value` names the attributes.' }),
          ),
          value: Type.Optional(Type.Unknown()),
        }),
        { minItems: 1, maxItems: 1000 },
      ),
    },
    { examples: [{ schemas: [patchMessage], Operations: [example] }] },
  )
}

export function listDocument(resource: TSchema): TSchema {
  return Type.Object({
    schemas: Type.Array(Type.String()),
    totalResults: Type.Integer(),
    itemsPerPage: Type.Integer(),
    startIndex: Type.Integer(),
    Resources: Type.Array(resource),
  })
}

function members(attributes: readonly Attribute[], form: 'written' | 'shown', description: string): TSchema {
  return Type.Object(properties(attributes, form), { description })
}

function properties(attributes: readonly Attribute[], form: 'written' | 'shown'): Record<string, TSchema> {
  const left = attributes.filter(({ name, mutability, returned }) => {
    // A member of that name is taken for a reference by what reads schemas.
    if (name === '$ref') return false
    return form === 'written' ? mutability !== 'readOnly' : returned !== 'never'
  })
  return Object.fromEntries(
    left.map((attribute) => {
      const document = documentOf(attribute, form)
      const sure = form === 'written' ? attribute.required && attribute.name !== 'schemas' : attribute.returned === 'always'
      return [attribute.name, sure ? document : Type.Optional(document)]
    }),
  )
}

function documentOf(attribute: Attribute, form: 'written' | 'shown'): TSchema {
  const { description, multiValued } = attribute
  const one = single(attribute, form, multiValued ? '' : description)
  return multiValued ? Type.Array(one, { description }) : one
}

function single({ type, subAttributes = [] }: Attribute, form: 'written' | 'shown', description: string): TSchema {
  const said = description === '' ? {} : { description }
  if (type === 'complex') return Type.Object(properties(subAttributes, form), said)
  if (type === 'boolean') return Type.Boolean(said)
  if (type === 'integer') return Type.Integer(said)
  if (type === 'decimal') return Type.Number(said)
  return type === 'dateTime' ? Type.String({ format: 'date-time', ...said }) : Type.String(said)
}
