import { OutcomeUnknown } from '../storage/outcome-unknown.ts'

const known = { en: '', zh: '' }
const unknown = {
  en: ' Whether the change was kept is not known: look before you repeat it.',
  zh: '变更是否已保存尚不可知，请先查询再决定是否重试。',
}

/** What a wire adds to the text of a failure: nothing when nothing was changed, and otherwise that nobody knows. */
export function doubtAfter(thrown: unknown): { readonly en: string; readonly zh: string } {
  return thrown instanceof OutcomeUnknown ? unknown : known
}
