import { expect } from 'vitest'
import { type Client, type Key, sdkClient } from '../../../kit/clients.ts'
import type { TestServer } from '../../../kit/server.ts'

type Attributes = Record<string, unknown>

/** One kind of resource as the vendor's Terraform provider drives it: ids are what stands in the state, `#` between their parts. */
export interface ProviderResource<Wanted extends Attributes> {
  create(wanted: Wanted): Promise<string>
  /** What the state holds after a refresh; undefined where the provider drops the resource from it. */
  read(id: string): Promise<Attributes | undefined>
  update(id: string, wanted: Wanted, before: Wanted): Promise<void>
}

/**
 * The official client, set as the provider sets its own from `domain` and `protocol`: `organization.<domain>`, POST, English, and its name
 * in a header. The provider itself is written in Go and is not run here: its requests are said after its source.
 */
export function providerClient(server: TestServer, key: Key): Client {
  const headers = { 'X-TC-RequestClient': 'Terraform-latest' }
  return sdkClient(key, { endpoint: `organization.localhost:${server.port}`, reqMethod: 'POST', language: 'en-US', headers })
}

/** Applies, plans, changes, plans: what was wanted is read each time. An import asks no more than the id, as each read here. */
export async function apply<Wanted extends Attributes>(
  resource: ProviderResource<Wanted>,
  wanted: Wanted,
  changed: Wanted,
): Promise<string> {
  const id = await resource.create(wanted)
  const applied = await resource.read(id)
  expect(applied).toMatchObject(wanted)
  expect(await resource.read(id)).toEqual(applied)
  await resource.update(id, changed, wanted)
  expect(await resource.read(id)).toMatchObject(changed)
  return id
}

/** Pages as the provider does: on to the next until one is not full. The offset of the last call may be the end of the list. */
export async function offsetPages<Item>(
  size: number,
  page: (span: { Offset: number; Limit: number }) => Promise<{ Items?: Item[] }>,
): Promise<Item[]> {
  const items: Item[] = []
  for (;;) {
    const { Items = [] } = await page({ Offset: items.length, Limit: size })
    items.push(...Items)
    if (Items.length < size) return items
  }
}

/** Pages as the provider does: it gives no size, and fails where IsTruncated is not there. */
export async function tokenPages<Answer extends { IsTruncated?: boolean; NextToken?: string }>(
  page: (token: { NextToken?: string }) => Promise<Answer>,
): Promise<Answer[]> {
  const pages: Answer[] = []
  for (let NextToken: string | undefined; ; ) {
    const answer = await page({ ...(NextToken !== undefined && { NextToken }) })
    pages.push(answer)
    expect(answer.IsTruncated).toBeTypeOf('boolean')
    if (!answer.IsTruncated) return pages
    NextToken = answer.NextToken
  }
}
