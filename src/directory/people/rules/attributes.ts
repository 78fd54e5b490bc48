import { peopleWithIds } from '../../../storage/tables/people/people.ts'
import { Refused } from '../../refusals.ts'
import type { AttributeDefinition } from '../../vocabularies/custom-attributes/custom-attribute.ts'
import { openAttributes } from '../../vocabularies/custom-attributes/find-custom-attributes.ts'
import { alike, becomesAnother, type Draft } from '../draft.ts'
import type { CustomAttribute } from '../person.ts'

/**
 * What was given for fields that the company defined, as it is kept: no more than the type of the field has, and the id of an option for its name; and
 * what he has in fields that are closed to apps, which no call sees or sets. Refuses with `attribute_unknown`, `attribute_value_missing`,
 * `attribute_title_missing`, `attribute_url_missing`, `attribute_value_malformed`, `attribute_person_unknown`.
 */
export async function judgedAttributes(draft: Draft): Promise<readonly CustomAttribute[]> {
  const { tx, company, before, after } = draft
  const given = after.customAttributes
  if (!becomesAnother(draft, 'customAttributes')) return given
  const had = before?.customAttributes ?? []
  const definitions = await openAttributes(tx, company.id, [...new Set([...given, ...had].map(({ id }) => id))])
  const held = new Map(had.map(({ id, value }) => [id, value.option]))
  const kept = given.map((attribute) => keptOf(attribute, definitions.get(attribute.id), held.get(attribute.id)))
  await requirePersons(draft, kept)
  const closed = had.filter(({ id }) => !definitions.has(id))
  // In another order than before they would be a change.
  const isSame = alike(
    had.filter(({ id }) => definitions.has(id)),
    kept,
  )
  return isSame ? had : [...closed, ...kept]
}

/** `held` is the option that he has, which stays his when the company has it no longer. */
function keptOf(
  { id, type, value }: CustomAttribute,
  definition: AttributeDefinition | undefined,
  held: string | undefined,
): CustomAttribute {
  if (!definition) throw new Refused({ fact: 'attribute_unknown', attribute: id })
  if (type !== '' && type !== definition.type) throw malformed(id)
  return { id, type: definition.type, value: keptValue(value, definition, held) }
}

const malformed = (attribute: string) => new Refused({ fact: 'attribute_value_malformed', attribute })

function keptValue(
  value: CustomAttribute['value'],
  { id, type, options }: AttributeDefinition,
  held: string | undefined,
): CustomAttribute['value'] {
  const { text = '', url = '', desktopUrl, option, person } = value
  const missing = () => new Refused({ fact: 'attribute_value_missing', attribute: id })
  if (type === 'HREF') {
    if (text === '') throw new Refused({ fact: 'attribute_title_missing', attribute: id })
    if (url === '') throw new Refused({ fact: 'attribute_url_missing', attribute: id })
    return { text, url, ...(desktopUrl && { desktopUrl }) }
  }
  if (type === 'GENERIC_USER') {
    if (person === undefined) throw missing()
    return { person }
  }
  if (options) {
    if (option === undefined || option === '') throw missing()
    if (option === held) return { option }
    const chosen =
      options.list.find((each) => each.id === option) ?? options.list.find((each) => each.value === option || each.name === option)
    if (!chosen) throw malformed(id)
    return { option: chosen.id }
  }
  if (text === '') throw missing()
  return { text }
}

async function requirePersons({ tx, company, told }: Draft, kept: readonly CustomAttribute[]): Promise<void> {
  const named = kept.flatMap(({ id, value }) => (value.person === undefined ? [] : [{ attribute: id, person: value.person }]))
  if (named.length === 0) return
  const there = new Set((await tx.all(peopleWithIds, { company: company.id, ids: named.map(({ person }) => person) })).map(({ id }) => id))
  const gone = named.find(({ person }) => !there.has(person))
  if (gone) throw new Refused({ fact: 'attribute_person_unknown', ...gone, person: told?.get(gone.person) ?? gone.person })
}
