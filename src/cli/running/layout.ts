/**
 * Runs `counterpoint layout`. The shape of what it prints is an interface that scripts rely on, versioned
 * like the document.
 */
import { layoutScene } from '../../scene/layout/layout.ts'
import { createInterMeasurer } from '../../scene/measure/inter-measurer.ts'
import type { Box, Scene } from '../../scene/scene.ts'
import type { Call, ExitStatus } from '../command.ts'
import { singleInput } from '../inputs.ts'
import { openOrSay } from '../open-input.ts'
import type { Surroundings } from '../surroundings.ts'
import { formatToRead } from '../targets.ts'
import { writeOutput } from '../write-output.ts'

export async function runLayout(call: Call, surroundings: Surroundings): Promise<ExitStatus> {
  const input = singleInput(call.operands)
  const graph = await openOrSay(input, surroundings, formatToRead(call.value('from'))?.id)
  if (!graph) return 1
  const scene = layoutScene(graph, { measurer: createInterMeasurer() })
  return writeOutput(call, `${JSON.stringify(layoutJson(scene))}\n`, surroundings)
}

/** Boxes and paths, counted from the top left corner of the scene, however far from there things are pinned. */
function layoutJson({ bounds, nodes, junctions, paths }: Scene) {
  const corner = { x: Number.isFinite(bounds.x) ? bounds.x : 0, y: Number.isFinite(bounds.y) ? bounds.y : 0 }
  const boxOf = ({ id, x, y, width, height }: Box & { readonly id: string }) => ({
    id,
    x: x - corner.x,
    y: y - corner.y,
    width,
    height,
  })
  return {
    width: bounds.width,
    height: bounds.height,
    boxes: nodes.map(boxOf),
    junctions: junctions.map(boxOf),
    paths: paths.map(({ id, from, to, points }) => ({
      id,
      from,
      to,
      points: points.map(([x, y]) => [x - corner.x, y - corner.y]),
    })),
  }
}
