import { listAccounts, type PlacedAccount } from '../../directory/accounts/find-account.ts'
import type { Reader } from '../../storage/store.ts'
import { shown } from '../read/finding.ts'
import type { Findings } from '../read/findings.ts'
import type { SeedAccount } from '../schema/account.ts'

/** An account that a document means: one that the directory has, or one that is still to be made. */
export interface Entry {
  /** Undefined until it is made. */
  uin: number | undefined
  readonly name: string
  readonly given: SeedAccount | undefined
  readonly known: PlacedAccount | undefined
  /** It is meant whatever the document says of it. */
  readonly bound?: true
}

type Reference = string | number

/** Every account of the document and of the directory, by Uin and by name. */
export class AccountBook {
  readonly #byUin = new Map<number, Entry>()
  readonly #byName = new Map<string, Entry[]>()
  readonly #ofDocument: Entry[] = []
  readonly #findings: Findings

  constructor(known: readonly PlacedAccount[], findings: Findings) {
    this.#findings = findings
    for (const account of known) this.#enter({ uin: account.uin, name: account.name, given: undefined, known: account })
  }

  static async read(reader: Reader, findings: Findings): Promise<AccountBook> {
    const known: PlacedAccount[] = []
    for (let last: PlacedAccount | undefined; ; ) {
      const page = await listAccounts(reader, last?.uin ?? 0, 1000)
      known.push(...page)
      last = page.at(-1)
      if (!last || page.length < 1000) return new AccountBook(known, findings)
    }
  }

  /** Those that the document gives, in its order. */
  get ofDocument(): readonly Entry[] {
    return this.#ofDocument
  }

  #enter(entry: Entry): void {
    if (entry.uin !== undefined) this.#byUin.set(entry.uin, entry)
    this.#byName.set(entry.name, [...(this.#byName.get(entry.name) ?? []), entry])
  }

  /** An account of the document: the one that the directory has already, by its Uin or else by its name. `bound` names one that is meant whatever it is called. */
  give(given: SeedAccount, bound?: number): void {
    const uin = bound ?? given.uin
    const found = uin === undefined ? this.#named(given) : this.#byUin.get(uin)
    const entry: Entry = {
      uin: found?.uin ?? uin,
      name: given.name,
      given,
      known: found?.known,
      ...(bound !== undefined && { bound: true }),
    }
    if (found) this.#leave(found)
    this.#enter(entry)
    this.#ofDocument.push(entry)
  }

  #named(given: SeedAccount): Entry | undefined {
    const known = (this.#byName.get(given.name) ?? []).filter((entry) => entry.known && !entry.given)
    if (known.length > 1) {
      const uins = known.map(({ uin }) => uin).join(', ')
      this.#findings.add(given, 'name', `${known.length} accounts are called ${shown(given.name)}: ${uins}. Write \`uin\` to say which.`)
    }
    return known[0]
  }

  #leave(entry: Entry): void {
    const others = (this.#byName.get(entry.name) ?? []).filter((other) => other !== entry)
    this.#byName.set(entry.name, others)
  }

  #meant(name: string): readonly Entry[] {
    const named = this.#byName.get(name) ?? []
    const given = named.filter((entry) => entry.given)
    return given.length > 0 ? given : named
  }

  /** What tells an account from the others, however it is named: its Uin, or its name while it has none. */
  keyOf(reference: Reference): Reference {
    return typeof reference === 'number' ? reference : (this.#meant(reference)[0]?.uin ?? reference)
  }

  /** The account that is named at a place of the document; complains and answers nothing when there is none, or more than one. */
  find(holder: object, member: string | number, reference: Reference): Entry | undefined {
    if (typeof reference === 'number') {
      const entry = this.#byUin.get(reference)
      if (!entry) this.#findings.missing(holder, member, `there is no account ${reference}. Write it under \`accounts\`.`)
      return entry
    }
    const meant = this.#meant(reference)
    if (meant.length === 1) return meant[0]
    if (meant.length > 1)
      this.#findings.add(holder, member, `several accounts are called ${shown(reference)}. Write the Uin of the one that is meant.`)
    else {
      const text = `no account is called ${shown(reference)}. Write it under \`accounts\`.`
      this.#findings.missing(holder, member, text, this.#byName.keys(), reference)
    }
    return undefined
  }

  /** The same, but a Uin may be that of an account that is gone. */
  findEver(holder: object, member: string | number, reference: Reference): Pick<Entry, 'uin'> | undefined {
    if (typeof reference === 'number' && !this.#byUin.has(reference)) return { uin: reference }
    return this.find(holder, member, reference)
  }
}

/** The Uin of an account that is there by now. */
export function uinOf(entry: Pick<Entry, 'uin'> | undefined): number {
  if (entry?.uin === undefined) throw new Error('an account is asked for before it is made')
  return entry.uin
}
