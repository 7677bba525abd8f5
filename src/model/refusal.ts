/** Why something cannot be done now: a sentence that also names a way out. Shown to the user as it is. */
export class Refusal {
  constructor(readonly reason: string) {}
}
