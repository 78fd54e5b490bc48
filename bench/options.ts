import { parseArgs } from 'node:util'
import { type ScaleName, scaleNames } from './data/scales.ts'

const partNames = ['start', 'calls', 'flat', 'logging', 'postgres', 'organization', 'company', 'scim', 'profile'] as const
export type PartName = (typeof partNames)[number]

export interface Options {
  readonly scales: ScaleName[]
  readonly parts: PartName[]
  readonly rounds: number
  readonly seconds: number
  readonly connections: number
  readonly logLevel: string
  /** Filled folders are kept here and used again. */
  readonly keep: string | undefined
  /** Whether the figures are written to bench/results. */
  readonly record: boolean
}

const usage = `npm run bench -- [--scale 10k,100k,1m] [--parts ${partNames.join(',')}] [--rounds 5] [--seconds 2]
  [--connections 64] [--log-level warn] [--keep <folder>] [--no-record]
Every part but profile runs when none is named. --keep keeps the filled folders there and uses them again.
organization, company and scim bring their own data, whatever the scale; scim measures beside scimmy-routers. profile takes scim's calls too when both are named.`

function listOf<Name extends string>(text: string, names: readonly Name[]): Name[] {
  return text.split(',').map((word) => {
    const name = names.find((known) => known === word)
    if (!name) throw new Error(`${word} is none of ${names.join(', ')}\n\n${usage}`)
    return name
  })
}

function positive(text: string): number {
  const value = Number(text)
  if (!(value > 0)) throw new Error(`${text} is no number above 0\n\n${usage}`)
  return value
}

export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      scale: { type: 'string', default: '10k' },
      parts: { type: 'string', default: 'start,calls,flat,logging,postgres,organization,company,scim' },
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '2' },
      connections: { type: 'string', default: '64' },
      'log-level': { type: 'string', default: 'warn' },
      keep: { type: 'string' },
      'no-record': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(usage)
    process.exit(0)
  }
  return {
    scales: listOf(values.scale, scaleNames),
    parts: listOf(values.parts, partNames),
    rounds: positive(values.rounds),
    seconds: positive(values.seconds),
    connections: positive(values.connections),
    logLevel: values['log-level'],
    keep: values.keep,
    record: !values['no-record'],
  }
}
