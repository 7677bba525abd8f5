/**
 * The outline of a branch on one side: how far it reaches there at every height, as steps from its top to its
 * bottom. Branches are set side by side by their outlines and not as rectangles, so that a small one fits in
 * beside what is narrow of a large one (Reingold and Tilford 1981). Reach is counted outwards: to the right
 * for an outline on the right, to the left for one on the left.
 */

/** One side of a branch. Built from its bottom to its top, as branches are. */
export class Contour {
  /** Lower ends of the steps, lowest first, px along. */
  private readonly ends: number[] = []

  /** How far each step reaches, without `shift`. */
  private readonly reaches: number[] = []

  private shift = 0

  /** Where it begins, px along. */
  private top = Infinity

  /** How far it reaches at most. */
  most = -Infinity

  /** Where it ends, px along. */
  get bottom(): number {
    return this.ends[0] ?? -Infinity
  }

  /** Moves all of it outwards; inwards if negative. */
  move(by: number): void {
    this.shift += by
    this.most += by
  }

  /** Adds a step above all others, down to them; the first one down to `bottom`. Nothing if it begins below. */
  cover(top: number, bottom: number, reach: number): void {
    if (this.ends.length === 0) this.ends.push(bottom)
    else if (top >= this.top) return
    else this.ends.push(this.top)
    this.reaches.push(reach - this.shift)
    this.top = top
    if (reach > this.most) this.most = reach
  }

  /** Makes it reach at least so far between two heights; it grows downwards where it ends above the lower. */
  raise(top: number, bottom: number, reach: number): void {
    if (bottom <= top) return
    const begun = Math.min(top, this.top)
    const steps: (readonly [end: number, reach: number])[] = []
    let from = this.top
    while (this.ends.length > 0 && from < bottom) {
      const end = this.ends.pop() as number
      const old = (this.reaches.pop() as number) + this.shift
      // Above, beside and below what is raised.
      if (from < top) steps.push([Math.min(end, top), old])
      if (end > top) steps.push([Math.min(end, bottom), Math.max(old, reach)])
      if (end > bottom) steps.push([end, old])
      from = end
    }
    if (bottom > from || from === Infinity) steps.push([bottom, reach])
    this.top = from
    for (let at = steps.length - 1; at >= 0; at -= 1) {
      const [end, step] = steps[at] as readonly [number, number]
      this.ends.push(end)
      this.reaches.push(step - this.shift)
    }
    this.top = begun
    if (reach > this.most) this.most = reach
  }

  /** Takes over the steps of another one above its own. */
  stack({ ends, reaches, shift, top, most }: Contour): void {
    for (let at = 0; at < ends.length; at += 1) {
      this.cover(ends[at + 1] ?? top, ends[at] as number, (reaches[at] as number) + shift)
    }
    this.most = Math.max(this.most, most)
  }

  /** Takes over the steps of one that begins at the same height and lies further out, down to where it ends. */
  overlay(outer: Contour): void {
    const { bottom } = outer
    while (this.ends.length > 0 && (this.ends.at(-1) as number) <= bottom) {
      this.ends.pop()
      this.reaches.pop()
    }
    this.top = bottom
    this.stack(outer)
  }

  /** How far the origins of two outlines that face each other must be apart, so that they touch. */
  distanceTo(other: Contour): number {
    let [at, facing] = [this.ends.length - 1, other.ends.length - 1]
    let [top, facingTop] = [this.top, other.top]
    let most = -Infinity
    while (at >= 0 && facing >= 0) {
      const [end, facingEnd] = [this.ends[at] as number, other.ends[facing] as number]
      if (top < facingEnd && facingTop < end) {
        most = Math.max(most, (this.reaches[at] as number) + (other.reaches[facing] as number))
      }
      if (end <= facingEnd) {
        at -= 1
        top = end
      }
      if (facingEnd <= end) {
        facing -= 1
        facingTop = facingEnd
      }
    }
    return most + this.shift + other.shift
  }

  /** How far it reaches between two heights. */
  reachBetween(top: number, bottom: number): number {
    let most = -Infinity
    for (let at = this.ends.length - 1; at >= 0; at -= 1) {
      const from = at === this.ends.length - 1 ? this.top : (this.ends[at + 1] as number)
      if (from >= bottom) break
      if ((this.ends[at] as number) > top) most = Math.max(most, this.reaches[at] as number)
    }
    return most + this.shift
  }
}
