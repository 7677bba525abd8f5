/** The example graphs that are shipped: fetched when they are asked for, listed on the start screen. */
const addresses = import.meta.glob('../../graphs/*.json', { query: '?url', import: 'default', eager: true })

/** A shipped graph by file name, with what the start screen says about it. */
export interface StartingPoint {
  readonly name: string
  readonly title: string
  readonly hint: string
  readonly group: 'start' | 'example'
}

/** In the order of the start screen. */
export const startingPoints: readonly StartingPoint[] = [
  {
    name: 'blank',
    title: 'Blank',
    hint: 'An empty map: write the thesis and go on from there.',
    group: 'start',
  },
  {
    name: 'pro-and-con',
    title: 'Pro and con',
    hint: 'One decision, what speaks for it and what against.',
    group: 'start',
  },
  {
    name: 'policy-options',
    title: 'Policy options',
    hint: 'One question and the options that answer it.',
    group: 'start',
  },
  {
    name: 'toulmin',
    title: 'Toulmin’s parts',
    hint: 'Data, warrant, backing, rebuttal and qualifier of one claim.',
    group: 'start',
  },
  {
    name: 'class-debate',
    title: 'Class debate',
    hint: 'A motion, two sides and their answers to each other.',
    group: 'start',
  },
  {
    name: 'belt-and-road',
    title: 'Belt and Road',
    hint: 'The whole argument of a policy paper, every point with its place.',
    group: 'example',
  },
  {
    name: 'belt-and-road-debated',
    title: 'Belt and Road, debated',
    hint: 'The same paper with readers’ counterpoints on claims and inferences.',
    group: 'example',
  },
]

/** The text of a shipped graph. Rejects when it cannot be fetched; throws on an unknown name. */
export async function fetchStartingPoint(name: string): Promise<string> {
  const address = addresses[`../../graphs/${name}.json`]
  if (typeof address !== 'string') throw new Error(`There is no starting point "${name}"`)
  const response = await fetch(address)
  if (!response.ok) throw new Error(`The starting point "${name}" could not be fetched (${response.status})`)
  return await response.text()
}
