import type { Person } from '../../../../directory/people/person.ts'

/** A host that never answers: pictures are kept elsewhere, and only their keys here. */
const pictures = 'https://avatars.invalid'

const sizes = [72, 240, 640] as const

/** Addresses of a person's picture in the sizes that the wire has; who has none gets those of a picture for everybody. */
export function avatarOf({ avatarKey }: Pick<Person, 'avatarKey'>) {
  const key = encodeURIComponent(avatarKey || 'default')
  const [small, medium, large] = sizes.map((size) => `${pictures}/${key}?size=${size}`) as [string, string, string]
  return { avatar_72: small, avatar_240: medium, avatar_640: large, avatar_origin: `${pictures}/${key}` }
}
