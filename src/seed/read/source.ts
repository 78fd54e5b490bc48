import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, visit } from 'yaml'
import { type Finding, type Path, pathText } from './finding.ts'

/** A document as it was written: its value, and where every part of it stands. */
export interface Source {
  readonly value: unknown
  /** Findings in the order in which they stand, a line each: `company.yaml:12:7: zones[0].name: …`. */
  lines(findings: readonly Finding[]): string[]
  /** The number of the line in which something stands. */
  lineOf(path: Path): number
  /** What keeps it from being read at all, a line each. */
  readonly faults: readonly string[]
}

/** Reads YAML 1.2, of which JSON is a part. */
export function readSource(text: string, file: string): Source {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true, strict: true })
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset)
    return `${file}:${Math.max(line, 1)}:${Math.max(col, 1)}`
  }
  const offset = ({ path, ofName }: Pick<Finding, 'path' | 'ofName'>) => offsetOf(document.contents, path, ofName ?? false)
  const line = (finding: Finding): string => {
    const where = pathText(finding.path)
    return `${at(offset(finding))}: ${where === '' ? '' : `${where}: `}${finding.text}`
  }
  const told = {
    lines: (findings: readonly Finding[]) => findings.toSorted((a, b) => offset(a) - offset(b)).map(line),
    lineOf: (path: Path) => lines.linePos(offset({ path })).line,
  }
  const faults = [...document.errors, ...document.warnings].map((fault) => `${at(fault.pos[0])}: ${firstLine(fault.message)}`)
  visit(document, {
    Alias(_, alias) {
      if (!alias.resolve(document))
        faults.push(`${at(startOf(alias))}: nothing is called &${alias.source} before this. Write what is meant.`)
    },
  })
  if (faults.length > 0) return { value: undefined, ...told, faults: faults.slice(0, mostFaults) }
  try {
    return { value: document.toJS({ maxAliasCount: 100 }), ...told, faults }
  } catch (error) {
    return { value: undefined, ...told, faults: [`${at(0)}: ${firstLine((error as Error).message)}`] }
  }
}

/** What is no YAML is wrong everywhere behind its first mistake. */
const mostFaults = 5

/** The reader quotes what it could not read, however long that is. */
function firstLine(message: string): string {
  const [line = ''] = message.split('\n')
  return line.length > 160 ? `${line.slice(0, 159)}…` : line
}

/** The offset of what a path leads to, or of the last part of it that is there. */
function offsetOf(contents: unknown, path: Path, ofName: boolean): number {
  let node = contents
  let offset = startOf(contents)
  for (const [index, step] of path.entries()) {
    const found = below(node, step)
    if (found === undefined) break
    const wantsName = ofName && index === path.length - 1
    const next = isPair(found) ? found.value : found
    offset = startOf(isPair(found) && (wantsName || next === null) ? found.key : next) || offset
    node = next
  }
  return offset
}

function below(node: unknown, step: string | number): Pair | Node | undefined {
  if (isMap(node)) return node.items.find(({ key }) => isScalar(key) && key.value === step)
  return isSeq(node) ? (node.items[step as number] as Node | undefined) : undefined
}

/** What an alias stands for is written elsewhere; it is the alias that is complained of, as far as one can see into it. */
function startOf(node: unknown): number {
  if (isAlias(node)) return node.range?.[0] ?? 0
  return (node as Node | null | undefined)?.range?.[0] ?? 0
}
