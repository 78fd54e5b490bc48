import type { Tx } from '../../../storage/store.ts'
import {
  insertCustomAttribute,
  openCustomAttributes,
  updateCustomAttribute,
} from '../../../storage/tables/vocabularies/custom-attributes.ts'
import { companyNow } from '../../companies/find-company.ts'
import type { Ports } from '../../ports.ts'
import { record } from '../../record.ts'
import { Refused } from '../../refusals.ts'
import { type Translation, translations } from '../translations.ts'
import { type AttributeDefinition, type AttributeOption, type AttributeType, attributeRow, typesWithOptions } from './custom-attribute.ts'
import { attributeNow } from './find-custom-attributes.ts'

export interface WantedOptions {
  /** One of `list` by its id, or by its value. */
  readonly defaultOption?: string | undefined
  readonly list: readonly (Omit<AttributeOption, 'id' | 'name'> & {
    readonly id?: string | undefined
    readonly name?: string | undefined
  })[]
}

export interface NewAttribute {
  readonly type: AttributeType
  readonly i18nName: readonly Translation[]
  readonly options?: WantedOptions | undefined
  readonly open: boolean
}

/** Defines a field. Runs in the company's stream. Refuses with `company_not_found`, `custom_attribute_options_wrong`. */
export async function createAttribute(tx: Tx, { ids }: Ports, company: string, wanted: NewAttribute): Promise<AttributeDefinition> {
  await companyNow(tx, company)
  const id = `C-${ids.number(14)}`
  const at = tx.origin.at
  const { type, open } = wanted
  const options = optionsOf(ids, { id, type }, wanted.options)
  const created: AttributeDefinition = { id, type, i18nName: translations(wanted.i18nName), options, open, createdAt: at, updatedAt: at }
  await keep(tx, company, undefined, created)
  return created
}

/** Changes what is named; the type stays. Runs in the company's stream. Refuses with `company_not_found`, `custom_attribute_not_found`, `custom_attribute_options_wrong`. */
export async function changeAttribute(
  tx: Tx,
  { ids }: Ports,
  company: string,
  id: string,
  change: { readonly [Member in 'i18nName' | 'options' | 'open']?: NewAttribute[Member] | undefined },
): Promise<AttributeDefinition> {
  await companyNow(tx, company)
  const before = await attributeNow(tx, company, id)
  const after: AttributeDefinition = {
    ...before,
    i18nName: change.i18nName ? translations(change.i18nName) : before.i18nName,
    options: change.options ? optionsOf(ids, before, change.options) : before.options,
    open: change.open ?? before.open,
  }
  if (JSON.stringify(after) === JSON.stringify(before)) return before
  const changed = { ...after, updatedAt: tx.origin.at }
  await keep(tx, company, before, changed)
  return changed
}

/** `open` of the event lists what apps may use, before and after. */
async function keep(tx: Tx, company: string, before: AttributeDefinition | undefined, after: AttributeDefinition): Promise<void> {
  const openBefore = (await tx.all(openCustomAttributes, { company })).map(({ id }) => id)
  await (before ? tx.run(updateCustomAttribute, attributeRow(company, after)) : tx.run(insertCustomAttribute, attributeRow(company, after)))
  const openAfter = (await tx.all(openCustomAttributes, { company })).map(({ id }) => id)
  record(tx, {
    kind: 'custom_attribute_changed',
    subject: after.id,
    before: { attribute: before ?? null, open: openBefore },
    after: { attribute: after, open: openAfter },
  })
}

type Which = Pick<AttributeDefinition, 'id' | 'type'>

/** Options belong to the types that have them, and to no other; their ids are made where none is given. */
function optionsOf(ids: Ports['ids'], { id, type }: Which, wanted: WantedOptions | undefined): AttributeDefinition['options'] {
  const wrong = new Refused({ fact: 'custom_attribute_options_wrong', attribute: id })
  if (!typesWithOptions.includes(type)) {
    if (wanted) throw wrong
    return null
  }
  if (!wanted) throw wrong
  const list = wanted.list.map((option) => ({ id: option.id ?? ids.text(12), value: option.value, name: option.name ?? '' }))
  if (new Set(list.map((option) => option.id)).size < list.length) throw wrong
  const { defaultOption } = wanted
  const first = list.find((option) => option.id === defaultOption) ?? list.find(({ value }) => value === defaultOption)
  if (defaultOption !== undefined && !first) throw wrong
  return { type: type === 'PICTURE_ENUM' ? 'PICTURE' : 'TEXT', defaultOption: first?.id ?? '', list }
}
