import { Type } from 'typebox'
import { name, text } from '../kinds.ts'
import { some } from '../some.ts'

/** A text in the languages that companies speak. */
export function translated(description: string) {
  return Type.Optional(some({ en_us: text(8192, 'English'), ja_jp: text(8192, 'Japanese'), zh_cn: text(8192, 'Chinese') }, description))
}

/** Names a person by the code that the company gave him; who has resigned by his id. */
export const person = (description: string) => name(description)

/** Names a department by its path from below the root; `/` is the root. */
export function department(description: string) {
  return Type.String({ minLength: 1, maxLength: 16_384, title: 'a path such as Engineering/Platform, or /', description })
}

/** The id that a directory gave, of so many hexadecimal digits behind a prefix. */
export function hexId(prefix: string, digits: number) {
  return Type.Optional(
    Type.String({
      pattern: `^${prefix}[0-9a-f]{${digits}}$`,
      title: `${prefix === '' ? 'an id' : `${prefix} and an id`} of ${digits} hexadecimal digits`,
      description: 'Its id. Left out: a new one is drawn.',
    }),
  )
}

/** Only where the company has an id: what is put in as it stood. */
export const historic = new Set(['createdAt', 'updatedAt', 'joinedAt', 'resignedAt', 'deletedAt', 'codeChanges', 'number', 'chat'])
