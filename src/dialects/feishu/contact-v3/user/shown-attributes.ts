import type { Static } from 'typebox'
import type { CustomAttribute, Person } from '../../../../directory/people/person.ts'
import type { Reader } from '../../../../directory/session.ts'
import type { AttributeDefinition } from '../../../../directory/vocabularies/custom-attributes/custom-attribute.ts'
import { openAttributes } from '../../../../directory/vocabularies/custom-attributes/find-custom-attributes.ts'
import type { userObject } from './user-schema.ts'

type ShownAttribute = NonNullable<Static<typeof userObject>['custom_attrs']>[number]

/** The people that fields of this kind point at. */
export function personsOfAttributes(attributes: readonly CustomAttribute[]): string[] {
  return attributes.map(({ value }) => value.person).filter((person) => person !== undefined)
}

/**
 * Writes people's own fields with the words of their options, which are read at once for all of them. Fields that apps may not see are left out, and
 * those that point at somebody who can't be named.
 */
export async function attributeWriter(
  reader: Reader,
  company: string,
  people: readonly Person[],
  writePerson: (id: string) => string,
): Promise<(person: Person) => ShownAttribute[]> {
  const ids = people.flatMap(({ customAttributes }) => customAttributes.map(({ id }) => id))
  const definitions = await openAttributes(reader, company, [...new Set(ids)])
  return ({ customAttributes }) =>
    customAttributes.flatMap((attribute) => {
      const definition = definitions.get(attribute.id)
      const person = attribute.value.person && writePerson(attribute.value.person)
      return definition && person !== '' ? [shown(attribute, definition, person)] : []
    })
}

function shown({ id, type, value }: CustomAttribute, { options }: AttributeDefinition, person: string | undefined): ShownAttribute {
  const { text, url, desktopUrl, option } = value
  const chosen = options?.list.find((each) => each.id === option)
  return {
    type,
    id,
    value: {
      ...(text !== undefined && { text }),
      ...(url !== undefined && { url }),
      ...(desktopUrl !== undefined && { pc_url: desktopUrl }),
      ...(option !== undefined && { option_id: option }),
      ...(chosen && (type === 'PICTURE_ENUM' ? { name: chosen.name, picture_url: chosen.value } : { option_value: chosen.value })),
      ...(person !== undefined && { generic_user: { id: person, type: 1 } }),
    },
  }
}
