/** About services of an organization and who administers them. */
export type ServiceRefusal = never
