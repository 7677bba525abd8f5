/**
 * The map of the climate engineering debate (Betz and Cacean 2012) from the folder of real maps, if that is
 * there: statements with their titles and texts, supports, attacks and sections. Read as simply as will do.
 */
import { existsSync, readFileSync } from 'node:fs'
import { emptyGraph, type ArgumentGraph, type ArgumentNode, type Relation } from '../../src/model/graph.ts'

const file = new URL('../../../shared/corpus/argunet/climate_engineering-20130423.graphml', import.meta.url)

/** The graph alone, or none where the folder of real maps is absent. */
export function climateMaps(): ArgumentGraph[] {
  return existsSync(file) ? [read(readFileSync(file, 'utf8'))] : []
}

function read(text: string): ArgumentGraph {
  const nodes: Record<string, ArgumentNode> = {}
  const sections: Record<string, { title: string }> = {}
  // Up to the next node a node's own data stand; groups come before what they hold.
  for (const piece of text.split('<node ').slice(1)) {
    const id = idIn(/id="([^"]+)"/.exec(piece)?.[1])
    if (id === undefined) continue
    const title = plain(/<arg:title>([^<]*)/.exec(piece)?.[1])
    const section = /^(.+)_/.exec(id)?.[1]
    if (piece.includes('foldertype="group"')) sections[id] = { title }
    else {
      const words = `${title} ${plain(/<arg:description>([^<]*)/.exec(piece)?.[1])}`.trim()
      nodes[id] = { kind: 'claim', text: words, ...(section === undefined ? {} : { section }) }
    }
  }
  const relations: Record<string, Relation> = {}
  for (const piece of text.split('<edge ').slice(1)) {
    const [from, to] = [/source="([^"]+)"/, /target="([^"]+)"/].map((pattern) =>
      idIn(pattern.exec(piece)?.[1]),
    )
    if (from === undefined || to === undefined) continue
    const isAttack = /<arg:edge [^>]*type="[^"]*attack/i.test(piece)
    relations[`r${Object.keys(relations).length}`] = {
      kind: isAttack ? 'attacks' : 'supports',
      from: [from],
      to,
    }
  }
  return { ...emptyGraph('Climate engineering'), sections, nodes, relations }
}

function idIn(name: string | undefined): string | undefined {
  return name?.replaceAll('::', '_')
}

function plain(text = ''): string {
  return text.replaceAll(/&\w+;/g, ' ').replaceAll(/\s+/g, ' ').trim()
}
