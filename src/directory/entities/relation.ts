/** Another company that counts as the organization's own: accounts can be created for it. */
export interface EntityRelation {
  readonly organization: number
  readonly id: number
  /** The company's verified name. */
  readonly name: string
  /** The member that administers its accounts; null when nobody does. */
  readonly managerUin: number | null
}
