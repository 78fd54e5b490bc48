import { isDeepStrictEqual } from 'node:util'
import type { EventAbout, StreamEvent } from '../../../../directory/deliveries/read-stream.ts'
import type { EmployeeType } from '../../../../directory/vocabularies/employee-types/employee-type.ts'
import type { ContactEventType } from '../event-types.ts'
import type { Rendered } from '../receiver.ts'

const enumTypes: Record<EventAbout<'employee_type'>['kind'], ContactEventType> = {
  employee_type_created: 'contact.employee_type_enum.created_v3',
  employee_type_changed: 'contact.employee_type_enum.updated_v3',
  employee_type_activated: 'contact.employee_type_enum.actived_v3',
  employee_type_deactivated: 'contact.employee_type_enum.deactivated_v3',
  employee_type_deleted: 'contact.employee_type_enum.deleted_v3',
}

/** What became of a kind of employment; every app may know. */
export function employeeTypeEvents({ kind, before, after }: EventAbout<'employee_type'>): Rendered[] {
  const { old_enum, new_enum } = { old_enum: eventEnum(before), new_enum: eventEnum(after) }
  return [{ type: enumTypes[kind], part: '', event: { ...(old_enum && { old_enum }), ...(new_enum && { new_enum }) } }]
}

function eventEnum(type: EmployeeType | undefined): object | undefined {
  if (!type) return undefined
  const { id, number, content, builtIn, active, i18nContent } = type
  return {
    enum_id: id,
    enum_value: String(number),
    content,
    enum_type: builtIn ? 1 : 2,
    enum_status: active ? 1 : 2,
    i18n_content: i18nContent.map(({ locale, value }) => ({ locale, value })),
  }
}

/** Which fields of the company's own apps may ask for, before and after; told when there are others, not when one is renamed (custom_attr_event/events/updated). */
export function customAttributeEvents({ before, after }: StreamEvent<'custom_attribute_changed'>): Rendered[] {
  const [object, old_object] = [after, before].map(({ open }) => ({ contact_field_key: open, allow_open_query: open.length > 0 }))
  if (isDeepStrictEqual(object, old_object)) return []
  return [{ type: 'contact.custom_attr_event.updated_v3', part: '', event: { object, old_object } }]
}
