import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { pageScript } from '../../src/contract/docs/page-script.ts'
import { refusal } from '../../src/dialects/feishu/answers.ts'
import { FeishuError } from '../../src/dialects/feishu/feishu-error.ts'

const entries = {
  'group_member.remove': 'group_member.remove write contact:group 42002 41050',
  'group.get': 'group.get read contact:group:readonly contact:group 42002',
  'user.get': 'user.get read contact:user.base:readonly 41012',
}

/** What is left of a page with these entries when it is opened at an address, and where it is scrolled to. */
function opened(address: string): { found: string[]; sought: string; scrolled: boolean } {
  const items = Object.values(entries).map((words) => ({ dataset: { words }, hidden: false, closest: () => null }))
  const seen = { scrolled: false }
  const box = {
    ...{ value: '', closest: () => ({ hidden: true }), addEventListener: () => {} },
    scrollIntoView() {
      seen.scrolled = true
    },
  }
  const document = {
    querySelectorAll: (selector: string) => (selector === '[data-words]' ? items : []),
    querySelector: (selector: string) => (selector.startsWith('input') ? box : { hidden: true }),
  }
  const location = new URL(address, 'http://127.0.0.1:7470/')
  runInNewContext(pageScript, { document, location, URLSearchParams, addEventListener: () => {} })
  const found = Object.keys(entries).filter((_, index) => !items[index]?.hidden)
  return { found, sought: box.value, scrolled: seen.scrolled }
}

test('a page that is opened for nothing in particular shows everything, from its top', () => {
  expect(opened('/docs/')).toEqual({ found: Object.keys(entries), sought: '', scrolled: false })
})

test('the address that a refusal names leads to what answers its code', () => {
  const about = { operation: 'feishu:group_member.remove', logId: '2026112214000000000000000000000000' }
  const { body } = refusal(about, new FeishuError(41050, { en: 'Beyond the range.', zh: '超出范围。' }), [400, 'no user authority error'])
  const [address = ''] = /\/docs\/\S+/.exec(JSON.parse(String(body)).error.troubleshooter) ?? []
  expect(opened(address)).toEqual({ found: ['group_member.remove'], sought: '41050', scrolled: true })
})

test('an address that names scopes leads to the operations that take them', () => {
  const address = `/docs/?q=${encodeURIComponent('contact:group:readonly,contact:group')}`
  expect(opened(address)).toMatchObject({ found: ['group.get'], scrolled: true })
})
