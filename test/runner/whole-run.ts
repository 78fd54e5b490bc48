import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reporter, TestRunEndReason, TestSpecification, Vitest } from 'vitest/node'
import { observedFolder } from '../kit/observed-outcomes.ts'

/** Stands in the folder of observed answers when they are those of every test, and all passed. */
const marker = 'whole-run'

/** Watches a run of Vitest: a whole one begins with an empty folder, and leaves the marker when it has passed. */
export class WholeRun implements Reporter {
  #vitest: Vitest | undefined
  #whole = false
  readonly #folder: string

  constructor(folder: string = observedFolder) {
    this.#folder = folder
  }

  onInit(vitest: Vitest): void {
    this.#vitest = vitest
  }

  async onTestRunStart(specifications: readonly TestSpecification[]): Promise<void> {
    const all = (await this.#vitest?.globTestSpecifications()) ?? []
    this.#whole = specifications.length === all.length && this.#vitest?.config.testNamePattern === undefined
    rmSync(join(this.#folder, marker), { force: true })
    if (this.#whole) rmSync(this.#folder, { recursive: true, force: true })
    mkdirSync(this.#folder, { recursive: true })
  }

  onTestRunEnd(_modules: unknown, _errors: unknown, reason: TestRunEndReason): void {
    if (this.#whole && reason === 'passed') writeFileSync(join(this.#folder, marker), '')
  }
}
