/** Every event of the Contact API that an app can subscribe to, by the names of its wire. */
export const contactEventTypes = [
  'contact.user.created_v3',
  'contact.user.updated_v3',
  'contact.user.deleted_v3',
  'contact.department.created_v3',
  'contact.department.updated_v3',
  'contact.department.deleted_v3',
  'contact.scope.updated_v3',
  'contact.employee_type_enum.created_v3',
  'contact.employee_type_enum.updated_v3',
  'contact.employee_type_enum.actived_v3',
  'contact.employee_type_enum.deactivated_v3',
  'contact.employee_type_enum.deleted_v3',
  'contact.custom_attr_event.updated_v3',
] as const

export type ContactEventType = (typeof contactEventTypes)[number]

/** One of these must have been granted to be told of any. */
export const eventScopes = [
  'contact:contact.base:readonly',
  'contact:contact:readonly_as_app',
  'contact:contact:access_as_app',
  'contact:contact:readonly',
] as const
