import { Type } from 'typebox'

/** What can be written of a department, in both versions. `refusal` is the code for a malformed one, where it is not the common one. */
export const nodeId = (refusal?: string) => Type.Integer({ minimum: 1, ...(refusal && { refusal }) })

/** Source: organization 2021-03-31, AddOrganizationNode: up to 40 letters, digits, Chinese characters and `+@&._[]-`. */
export const nodeName = (refusal?: string) =>
  Type.String({ pattern: '^[A-Za-z0-9\\p{Script=Han}+@&._\\[\\]\\-]{1,40}$', examples: ['Sales'], ...(refusal && { refusal }) })

/** No length is documented; this one is our choice. */
export const nodeRemark = (refusal?: string) => Type.Optional(Type.String({ maxLength: 255, ...(refusal && { refusal }) }))

/** A list of accounts, as long as one likes: the size of a request bounds it. */
export const memberUins = (refusal?: string) => {
  const coded = refusal ? { refusal } : {}
  return Type.Array(Type.Integer({ minimum: 1, ...coded }), { minItems: 1, ...coded })
}
