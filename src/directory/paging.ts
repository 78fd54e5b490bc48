/** Where a list by age was left: the last row that was given. */
export interface Position {
  readonly at: number
  readonly id: string
}

export interface Page<Item, Next = Position> {
  readonly items: Item[]
  /** All rows that match, on whatever page. */
  readonly total: number
  /** Absent on the last page. */
  readonly next?: Next
}
