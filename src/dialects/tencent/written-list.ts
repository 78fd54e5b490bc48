/** A list that is JSON already. */
class WrittenList {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/**
 * Stands for a list in an answer, made of its members' JSON: where a page shows the same things again and again, their texts are kept,
 * because writing a hundred of them costs more than finding them. Only as a direct member of the answer.
 */
export function writtenList<Member>(texts: readonly string[]): Member[] {
  let list = ''
  for (const text of texts) list += list === '' ? text : `,${text}`
  return new WrittenList(`[${list}]`) as unknown as Member[]
}

/** The members of an answer as JSON, without the braces around them. */
export function membersOf(output: object): string {
  if (!Object.values(output).some((value) => value instanceof WrittenList)) return JSON.stringify(output).slice(1, -1)
  let text = ''
  for (const [name, value] of Object.entries(output)) {
    if (value === undefined) continue
    text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${value instanceof WrittenList ? value.text : JSON.stringify(value)}`
  }
  return text
}
