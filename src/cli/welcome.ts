import type { RunningServer } from '../main.ts'
import { ownCommand } from './own-command.ts'

/** Five lines for the official Node SDK that change something one can see. */
function snippet({ start, demo }: RunningServer, url: string): string {
  const { key } = start.made
  if (!key) return ''
  const { host, protocol } = new URL(url)
  const profile = `{ httpProfile: { endpoint: '${host}', protocol: '${protocol}//' } }`
  const first = [
    `const { Client } = require('tencentcloud-sdk-nodejs').organization.v20210331`,
    `const credential = { secretId: '${key.secretId}', secretKey: '${key.secretKey}' }`,
    `const client = new Client({ credential, region: '', profile: ${profile} })`,
  ]
  const calls = demo
    ? [
        `client.AddUserToGroup({ ZoneId: '${demo.zone}', GroupId: '${demo.group}', UserId: '${demo.user}' })`,
        `  .then(() => client.ListGroupMembers({ ZoneId: '${demo.zone}', GroupId: '${demo.group}' })).then(console.log)`,
      ]
    : [`client.DescribeOrganization({}).catch(() => client.CreateOrganization())`, `  .then(console.log)`]
  return [...first, ...calls].map((line) => `  ${line}`).join('\n')
}

/** What a person reads when the server is up: addresses always, secrets only when they were just made. `url`: where this machine reaches it. */
export function welcome(server: RunningServer, url: string): string {
  const { start, demo } = server
  const { key, adminToken, app } = start.made
  const blocks = [
    `Rollcall listens on ${server.url}`,
    [
      `  Tencent Cloud API 3.0   ${url}/`,
      `  Feishu Contact v3       ${url}/open-apis`,
      `  SCIM 2.0                ${url}/scim/v2`,
      `  Admin API               ${url}/admin/v1`,
      `  Reference and coverage  ${url}/docs/`,
      `  Health and metrics      ${url}/healthz  ${url}/readyz  ${url}/metrics`,
    ].join('\n'),
  ]
  const secrets = [
    key && `  SecretId     ${key.secretId}\n  SecretKey    ${key.secretKey}`,
    adminToken && `  Admin token  ${adminToken}`,
    app && `  App ID       ${app.id}\n  App Secret   ${app.secret}\n  Tenant key   ${app.company}`,
  ].filter((line) => line !== undefined)
  if (secrets.length > 0) blocks.push(`Shown once, keep them:\n${secrets.join('\n')}`)
  else blocks.push(`The keys that the first start made: ${ownCommand()} keys show`)
  if (demo) blocks.push(`The data folder was empty: it now holds a demo company (zone ${demo.zone}).`)
  for (const name of start.kept) blocks.push(`${name} was given again and changed nothing: the directory keeps what it has.`)
  const code = snippet(server, url)
  if (code) blocks.push(`Try it: npm install tencentcloud-sdk-nodejs, put this into try.cjs, node try.cjs:\n${code}`)
  return `${blocks.join('\n\n')}\n`
}
