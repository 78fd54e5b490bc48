import { groupNamePattern } from '../../directory/groups/group-names.ts'
import { userNamePattern } from '../../directory/users/user-names.ts'
import { shown } from '../read/finding.ts'
import type { Findings } from '../read/findings.ts'

const rules = {
  user: { takes: new RegExp(userNamePattern), words: '1 to 64 of letters, digits and +=,.@_-' },
  group: { takes: new RegExp(groupNamePattern), words: '1 to 128 of letters, digits and -' },
}

interface Named {
  readonly name: string
  readonly id?: string
  readonly owner?: string
}

/**
 * Complains of new users or groups whose name nobody could have given them by hand. A source names its own as it likes, and one with an id stood
 * so elsewhere.
 */
export function requireFitNames(findings: Findings, what: keyof typeof rules, made: readonly Named[]): void {
  const { takes, words } = rules[what]
  for (const one of made) {
    if (one.id !== undefined || one.owner === 'synchronized' || takes.test(one.name)) continue
    findings.add(
      one,
      'name',
      `no ${what} that is kept by hand can be called ${shown(one.name)}: write ${words}, or \`owner: synchronized\`.`,
    )
  }
}
