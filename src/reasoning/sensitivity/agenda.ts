/**
 * What is still to be computed, always the lowest number next: a heap while there is little, and a sweep over
 * flags once so much has been done that a heap no longer pays.
 */

export interface Agenda {
  /** Puts a number on the agenda unless it is there; while running only numbers above the one at hand. */
  readonly add: (number: number) => void
  /** Takes one number after the other, ascending, until none is left; more may be added meanwhile. */
  readonly run: (take: (number: number) => void) => void
}

/** An agenda for numbers below `size`. */
export function createAgenda(size: number): Agenda {
  const due = new Uint8Array(size)
  const heap = new Int32Array(size)
  const heapAtMost = Math.max(16, Math.floor(size / 100))
  let length = 0
  let highest = -1
  let sweeping = false

  const add = (number: number) => {
    if (due[number] === 1) return
    due[number] = 1
    highest = Math.max(highest, number)
    if (sweeping) return
    let at = length
    length += 1
    while (at > 0) {
      const above = (at - 1) >> 1
      const parent = heap[above] ?? 0
      if (parent <= number) break
      heap[at] = parent
      at = above
    }
    heap[at] = number
  }

  const lowest = (): number => {
    const first = heap[0] ?? 0
    length -= 1
    const last = heap[length] ?? 0
    let at = 0
    for (let child = 1; child < length; child = 2 * at + 1) {
      if (child + 1 < length && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child += 1
      const below = heap[child] ?? 0
      if (below >= last) break
      heap[at] = below
      at = child
    }
    heap[at] = last
    return first
  }

  return {
    add,
    run: (take) => {
      let taken = 0
      let number = -1
      while (length > 0 && taken < heapAtMost) {
        number = lowest()
        due[number] = 0
        take(number)
        taken += 1
      }
      if (length > 0) {
        sweeping = true
        for (number += 1; number <= highest; number += 1) {
          if (due[number] !== 1) continue
          due[number] = 0
          take(number)
        }
        sweeping = false
        length = 0
      }
      highest = -1
    },
  }
}
