/** What is to be known about a PNG before it is made. */
import { browserLimits, explainPngPlan, planPng } from '../../../formats/png/plan.ts'

/** The size of a PNG of this SVG, or that it is too large for one picture in this browser, and every way out. */
export function pngNotes(svg: string, scale: number, userAgent: string): readonly string[] {
  const [, width, height] = /<svg [^>]*width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []
  const plan = planPng({ width: Number(width), height: Number(height) }, scale, browserLimits(userAgent))
  return plan.fits
    ? [`${plan.width.toLocaleString('en-GB')} × ${plan.height.toLocaleString('en-GB')} pixels.`]
    : [explainPngPlan(plan)]
}
