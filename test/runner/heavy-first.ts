import { relative, sep } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Folders of tests that take seconds each, whatever the size of their files. */
const heavy = ['failures', 'properties', 'seed', 'cli', 'storage']

/**
 * Where no run has been timed yet, as on a fresh clone, Vitest takes the largest files first. The longest tests are short to write, and would
 * come last, one worker waiting for the other.
 */
export class HeavyFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isHeavy = ({ moduleId }: TestSpecification) => {
      const [, folder] = relative(this.ctx.config.root, moduleId).split(sep)
      return folder !== undefined && heavy.includes(folder)
    }
    return [...sorted.filter(isHeavy), ...sorted.filter((file) => !isHeavy(file))]
  }
}
