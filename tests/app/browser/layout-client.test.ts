/** The layout client: the newest request wins, slow work is stopped, failures are told. */
import { describe, expect, it } from 'vitest'
import {
  createLayoutClient,
  type LayoutAnswer,
  type LayoutError,
  type LayoutRequest,
} from '../../../src/app/browser/layout-client.ts'
import { createSceneWriter } from '../../../src/app/browser/scene-message.ts'
import { withChanges } from '../../../src/model/changes.ts'
import { emptyGraph, type ArgumentGraph } from '../../../src/model/graph.ts'
import type { Scene } from '../../../src/scene/scene.ts'

const scene: Scene = {
  direction: 'down',
  bounds: { x: 0, y: 0, width: 0, height: 0 },
  nodes: [],
  junctions: [],
  paths: [],
  frames: [],
}

class FakeWorker {
  onmessage: ((event: { data: LayoutAnswer }) => void) | undefined
  onerror: ((event: { message: string; preventDefault: () => void }) => void) | undefined
  readonly asked: LayoutRequest[] = []
  /** The documents that were to be laid out, put together from what was sent. */
  readonly graphs: ArgumentGraph[] = []
  isStopped = false
  readonly #tell = createSceneWriter()

  postMessage(request: LayoutRequest): void {
    this.asked.push(request)
    this.graphs.push(withChanges(this.graphs.at(-1) ?? emptyGraph(), request.changes))
  }

  terminate(): void {
    this.isStopped = true
  }

  load(): void {
    this.onmessage?.({ data: { ready: true } })
  }

  answer(): void {
    this.onmessage?.({ data: { request: this.asked.at(-1)?.request ?? 0, scene: this.#tell(scene).message } })
  }
}

function setUp() {
  const workers: FakeWorker[] = []
  const scenes: ArgumentGraph[] = []
  const errors: LayoutError[] = []
  const busy: boolean[] = []
  const clock = { time: 0 }
  /** What waits for a task of its own, while tasks are held. */
  const tasks = { held: false, waiting: [] as (() => void)[] }
  const client = createLayoutClient({
    onScene: (_, graph) => scenes.push(graph),
    onBusy: (isBusy) => busy.push(isBusy),
    onError: (error) => errors.push(error),
    now: () => clock.time,
    soon: (run) => (tasks.held ? void tasks.waiting.push(run) : run()),
    createWorker: () => {
      const worker = new FakeWorker()
      workers.push(worker)
      // Stands in for the browser's worker with the four members that the client uses.
      return worker as unknown as Worker
    },
  })
  const worker = () => workers.at(-1) ?? new FakeWorker()
  return { client, workers, worker, scenes, errors, busy, clock, tasks }
}

const [first, second, third] = ['first', 'second', 'third'].map((title) => emptyGraph(title)) as [
  ArgumentGraph,
  ArgumentGraph,
  ArgumentGraph,
]

describe('a layout client', () => {
  it('starts its worker at once and answers a request with the scene of its graph', () => {
    const { client, workers, worker, scenes, busy } = setUp()
    expect(workers).toHaveLength(1)
    client.request(first, { page: 1.2, verdicts: true })
    expect(worker().asked).toMatchObject([{ request: 1, page: 1.2, verdicts: true }])
    expect(worker().graphs).toEqual([first])
    worker().answer()
    expect(scenes).toEqual([first])
    expect(busy).toEqual([true, false])
  })

  it('keeps only the newest of the requests that arrive while it works', () => {
    const { client, worker, workers, scenes } = setUp()
    client.request(first)
    client.request(second)
    client.request(third)
    worker().answer()
    expect(scenes).toEqual([])
    expect(worker().graphs).toEqual([first, third])
    worker().answer()
    expect(scenes).toEqual([third])
    expect(workers).toHaveLength(1)
  })

  it('stops work that takes long when something newer is asked for', () => {
    const { client, workers, worker, scenes, clock } = setUp()
    worker().load()
    client.request(first)
    clock.time = 400
    client.request(second)
    expect(workers.map(({ isStopped }) => isStopped)).toEqual([true, false])
    expect(worker().graphs).toEqual([second])
    workers[0]?.answer()
    expect(scenes).toEqual([])
    worker().answer()
    expect(scenes).toEqual([second])
  })

  it('lets a worker finish loading, however long that takes', () => {
    const { client, workers, worker, scenes, clock } = setUp()
    client.request(first)
    clock.time = 5000
    client.request(second)
    worker().load()
    clock.time = 5100
    client.request(third)
    expect(workers).toHaveLength(1)
    worker().answer()
    worker().answer()
    expect(scenes).toEqual([third])
  })

  it('stops at once when it is cancelled, and works again afterwards', () => {
    const { client, workers, worker, scenes, busy } = setUp()
    client.request(first)
    client.cancel()
    workers[0]?.answer()
    expect(workers[0]?.isStopped).toBe(true)
    expect(scenes).toEqual([])
    expect(busy).toEqual([true, false])
    client.request(second)
    worker().answer()
    expect(scenes).toEqual([second])
  })

  it('does not show what has come when something newer is asked for, or it is cancelled, before that', () => {
    const { client, worker, workers, scenes, tasks } = setUp()
    tasks.held = true
    client.request(first)
    worker().answer()
    client.request(second)
    worker().answer()
    client.cancel()
    client.request(third)
    worker().answer()
    for (const run of tasks.waiting) run()
    expect(scenes).toEqual([third])
    expect(workers).toHaveLength(1)
  })

  it('reads what it does not show, since the next scene is told from it', () => {
    const { client, worker, scenes } = setUp()
    client.request(first)
    client.request(second)
    worker().answer()
    worker().answer()
    client.request(third)
    worker().answer()
    expect(scenes).toEqual([second, third])
  })

  it('tells what went wrong in the layout and goes on', () => {
    const { client, worker, errors, busy } = setUp()
    client.request(first)
    worker().onmessage?.({ data: { request: 1, error: 'a vertex hangs under no root' } })
    expect(errors).toEqual([{ kind: 'failed', message: 'a vertex hangs under no root' }])
    expect(busy).toEqual([true, false])
  })

  it('starts another worker when one dies', () => {
    const { client, workers, worker, errors, scenes } = setUp()
    client.request(first)
    worker().onerror?.({ message: 'out of memory', preventDefault: () => undefined })
    expect(errors[0]).toMatchObject({ kind: 'worker' })
    expect(errors[0]?.message).toContain('out of memory')
    client.request(second)
    expect(workers).toHaveLength(2)
    worker().answer()
    expect(scenes).toEqual([second])
  })

  it('says so when no worker can be started', () => {
    const errors: LayoutError[] = []
    const client = createLayoutClient({
      onScene: () => undefined,
      onError: (error) => errors.push(error),
      createWorker: () => {
        throw new Error('blocked by policy')
      },
    })
    client.request(first)
    expect(errors.at(-1)?.message).toContain('blocked by policy')
  })

  it('stops its worker for good when it is closed', () => {
    const { client, workers } = setUp()
    client.close()
    expect(workers.map(({ isStopped }) => isStopped)).toEqual([true])
  })
})
