/** About the security address of an account that an organization created. */
export type MailBindingRefusal = never
