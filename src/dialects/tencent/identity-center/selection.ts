/**
 * Marks the rows of a page that are related to what the caller selected: IsSelected stands in every row when a selection was given, in none otherwise.
 * Source: ListUsers, FilterGroups; ListGroups, FilterUsers.
 */
export async function markSelected<IdName extends string>(
  rows: ({ IsSelected?: boolean } & Record<IdName, string>)[],
  idName: IdName,
  selection: readonly string[] | undefined,
  related: (ids: string[], selection: readonly string[]) => Promise<Set<string>>,
): Promise<void> {
  if (!selection) return
  const selected = await related(
    rows.map((row) => row[idName]),
    selection,
  )
  for (const row of rows) row.IsSelected = selected.has(row[idName])
}
