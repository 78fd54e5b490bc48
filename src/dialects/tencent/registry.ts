import type { Text } from '../../contract/operation.ts'
import { shown } from '../../contract/shown.ts'
import type { Action } from './action.ts'
import { commonError } from './common-errors.ts'
import type { TencentDeps } from './endpoint-deps.ts'

type Actions = Map<string, Action>
type Versions = Map<string, Actions>

/** What a request says about what it wants. */
export interface Wanted {
  readonly action: string | undefined
  readonly version: string | undefined
  /** The service label of the credential scope, where there is one. */
  readonly label: string | undefined
  readonly host: string
  /** What stands before a common parameter's name where this request has it: `X-TC-` or nothing. */
  readonly prefix: string
}

/** All actions, by product, version and name. */
export interface Registry {
  /** Finds the action, or throws `MissingParameter`, `NoSuchProduct`, `NoSuchVersion` or `InvalidAction`. */
  find(wanted: Wanted): Action
}

export function registryOf(actions: readonly Action[], closestName: TencentDeps['closestName']): Registry {
  const products = new Map<string, Versions>()
  for (const action of actions) {
    const versions = entry(products, action.service, () => new Map())
    const named = entry<string, Actions>(versions, action.version, () => new Map())
    if (named.has(action.name)) throw new Error(`${action.service} ${action.version} has two actions ${action.name}`)
    named.set(action.name, action)
  }
  return {
    find(wanted) {
      if (!wanted.action) throw commonError('MissingParameter', `${wanted.prefix}Action`)
      if (!wanted.version) throw commonError('MissingParameter', `${wanted.prefix}Version`)
      const versions = productOf(products, wanted, wanted.version)
      const named = versions.get(wanted.version)
      if (!named) throw commonError('NoSuchVersion', wanted.version, [...versions.keys()].join(', '))
      return named.get(wanted.action) ?? invalid(wanted.action, versions, closestName)
    },
  }
}

/**
 * The product is what the scope's label or the host's first label names. Clients of a server that is reached by an address
 * put a piece of the address there: then the version tells the product.
 */
function productOf(products: Map<string, Versions>, { label, host, action }: Wanted, version: string): Versions {
  const named = (label === undefined ? undefined : products.get(label)) ?? products.get(firstLabel(host))
  if (named) return named
  const having = [...products.values()].filter((versions) => versions.has(version))
  const found = having.find((versions) => versions.get(version)?.has(action ?? '')) ?? having[0]
  if (found) return found
  const claimed = label ?? firstLabel(host)
  if (isProductName(claimed, host)) throw commonError('NoSuchProduct', claimed, [...products.keys()].join(', '))
  throw commonError('NoSuchVersion', version, [...new Set([...products.values()].flatMap((versions) => [...versions.keys()]))].join(', '))
}

/** Whether a label was meant as a product, and is not just the beginning of an address of this server's own. */
function isProductName(label: string, host: string): boolean {
  if (!/^[a-z][a-z0-9-]{0,40}$/.test(label)) return false
  return label !== firstLabel(host) || /\.tencentcloudapi\.com(:\d+)?$/.test(host)
}

/** `organization` of `organization.ap-guangzhou.tencentcloudapi.com`. */
function firstLabel(host: string): string {
  const dot = host.indexOf('.')
  return dot === -1 ? host : host.slice(0, dot)
}

/** Names are long and many are alike: one that is further off was meant as an action that is not here. */
const misspelt = 0.15

function invalid(name: string, versions: Versions, closestName: TencentDeps['closestName']): never {
  const other = [...versions].find(([, actions]) => actions.has(name))
  if (other) throw commonError('InvalidAction', name, { en: `Version ${other[0]} has it.`, zh: `版本 ${other[0]} 中有此接口。` })
  // A name without end is not held against all of them.
  const closest =
    name.length > 100
      ? undefined
      : closestName(
          name,
          [...versions.values()].flatMap((named) => [...named.keys()]),
          misspelt,
        )
  if (closest) throw commonError('InvalidAction', name, { en: `Did you mean ${shown(closest)}?`, zh: `是否想调用 ${shown(closest)}？` })
  throw commonError('InvalidAction', name, listed)
}

const listed: Text = {
  en: 'Not every action of the vendor is here yet: /docs/ lists those that are.',
  zh: '官方接口尚未全部提供，已有接口见 /docs/。',
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key) ?? make()
  map.set(key, found)
  return found
}
