/** What a collapsed branch says about what it hides: "12 hidden: 7 for, 5 against". */
import type { HiddenCount } from '../../scene/scene.ts'

export function hiddenText(hidden: HiddenCount): string {
  const parts = [
    hidden.for > 0 ? `${hidden.for} for` : '',
    hidden.against > 0 ? `${hidden.against} against` : '',
  ].filter(Boolean)
  return `${hidden.nodes} hidden${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`
}
