/** The analysis client: stages of the newest request alone, a worker that is lost is replaced, failures are told. */
import { describe, expect, it } from 'vitest'
import {
  createAnalysisClient,
  type AnalysisAnswer,
  type AnalysisRequest,
  type AnalysisStage,
} from '../../../src/app/browser/analysis-client.ts'
import { withChanges } from '../../../src/model/changes.ts'
import { emptyGraph, type ArgumentGraph } from '../../../src/model/graph.ts'
import { graph } from '../../support/graph-builder.ts'
import { createFakeClock } from './fake-clock.ts'

class FakeWorker {
  onmessage: ((event: { data: AnalysisAnswer }) => void) | undefined
  onerror: ((event: { message: string; preventDefault: () => void }) => void) | undefined
  readonly asked: AnalysisRequest[] = []
  /** The documents that were to be evaluated, put together from what was sent. */
  readonly graphs: ArgumentGraph[] = []
  isStopped = false

  postMessage(request: AnalysisRequest): void {
    this.asked.push(request)
    this.graphs.push(withChanges(this.graphs.at(-1) ?? emptyGraph(), request.changes))
  }

  terminate(): void {
    this.isStopped = true
  }

  say(data: AnalysisAnswer): void {
    this.onmessage?.({ data })
  }

  tell(stage: AnalysisStage, index = -1): void {
    this.say({ request: this.asked.at(index)?.request ?? 0, stage })
  }

  finish(): void {
    this.say({ request: this.asked.at(-1)?.request ?? 0, done: true })
  }
}

function setUp({ isLoaded = true } = {}) {
  const workers: FakeWorker[] = []
  const told: [string, ArgumentGraph][] = []
  const errors: string[] = []
  const clock = createFakeClock()
  const client = createAnalysisClient({
    onStage: ({ stage }, of) => told.push([stage, of]),
    onError: (message) => errors.push(message),
    clock,
    createWorker: () => {
      const worker = new FakeWorker()
      workers.push(worker)
      if (isLoaded) queueMicrotask(() => worker.say({ ready: true }))
      // Stands in for the browser's worker with the four members that the client uses.
      return worker as unknown as Worker
    },
  })
  const worker = () => workers.at(-1) ?? new FakeWorker()
  return { client, workers, worker, told, errors, clock }
}

const first = graph`e1 supports c1`
const second: ArgumentGraph = { ...first, nodes: { ...first.nodes, e1: { kind: 'evidence', text: 'New.' } } }
const findings: AnalysisStage = { stage: 'findings', findings: [], muted: [] }

describe('an analysis client', () => {
  it('starts its worker with the first request, and tells each stage with its document', () => {
    const { client, workers, worker, told } = setUp()
    expect(workers).toEqual([])
    client.request(first)
    worker().tell(findings)
    worker().tell(findings)
    expect(told).toEqual([
      ['findings', first],
      ['findings', first],
    ])
    expect(worker().graphs).toEqual([first])
  })

  it('sends what changed, and the supposition', () => {
    const { client, worker } = setUp()
    client.request(first)
    client.request(second, { doubted: ['e1'], ratings: {} })
    expect(worker().graphs).toEqual([first, second])
    expect(worker().asked[1]).toMatchObject({
      changes: { tables: { nodes: { set: [['e1', second.nodes['e1']]], removed: [] } } },
      supposition: { doubted: ['e1'], ratings: {} },
    })
  })

  it('does not tell what is found of an older document', () => {
    const { client, worker, told } = setUp()
    client.request(first)
    client.request(second)
    worker().tell(findings, 0)
    expect(told).toEqual([])
    worker().tell(findings)
    expect(told).toEqual([['findings', second]])
  })

  it('replaces a worker that does not come to hear the newest request', async () => {
    const { client, workers, worker, told, clock } = setUp()
    client.request(first)
    await clock.advance(1000)
    client.request(second)
    await clock.advance(1500)
    expect(workers).toHaveLength(2)
    expect(workers[0]?.isStopped).toBe(true)
    expect(worker().graphs).toEqual([second])
    worker().tell(findings)
    expect(told).toEqual([['findings', second]])
  })

  it('leaves a worker alone that is working on the newest request, says that it works or is still loading', async () => {
    const long = setUp()
    long.client.request(first)
    await long.clock.advance(60_000)
    expect(long.workers).toHaveLength(1)

    const busy = setUp()
    busy.client.request(first)
    await busy.clock.advance(0)
    busy.client.request(second)
    for (let second = 0; second < 10; second += 1) {
      await busy.clock.advance(1000)
      busy.worker().say({ request: 1, working: true })
    }
    busy.worker().tell(findings)
    await busy.clock.advance(60_000)
    expect(busy.workers).toHaveLength(1)

    const loading = setUp({ isLoaded: false })
    loading.client.request(first)
    loading.client.request(second)
    await loading.clock.advance(60_000)
    expect(loading.workers).toHaveLength(1)
  })

  it('is not impatient after a pause', async () => {
    const { client, workers, worker, clock } = setUp()
    client.request(first)
    await clock.advance(0)
    worker().finish()
    await clock.advance(60_000)
    client.request(second)
    await clock.advance(1900)
    client.request(first)
    expect(workers).toHaveLength(1)
    expect(clock.waiting()).toBe(1)
  })

  it('tells that the argument could not be evaluated, and goes on with the next request', () => {
    const { client, worker, errors, told } = setUp()
    client.request(first)
    worker().say({ request: 1, error: 'a relation is broken.' })
    expect(errors).toEqual(['a relation is broken.'])
    client.request(second)
    expect(worker().graphs).toEqual([first, second])
    worker().tell(findings)
    expect(told).toEqual([['findings', second]])
  })

  it('starts a new worker with the whole document after one has stopped', () => {
    const { client, workers, worker, errors } = setUp()
    client.request(first)
    worker().onerror?.({ message: 'out of memory', preventDefault: () => {} })
    expect(errors[0]).toContain('out of memory')
    client.request(second)
    expect(workers).toHaveLength(2)
    expect(worker().graphs).toEqual([second])
  })

  it('tells when no worker can be started', () => {
    const errors: string[] = []
    const client = createAnalysisClient({
      onStage: () => {},
      onError: (message) => errors.push(message),
      createWorker: () => {
        throw new Error('no workers here')
      },
    })
    client.request(first)
    expect(errors[0]).toContain('no workers here')
    expect(errors[0]).toContain('Reload the page')
  })

  it('stops for good when closed', () => {
    const { client, worker } = setUp()
    client.request(first)
    client.close()
    expect(worker().isStopped).toBe(true)
  })
})
