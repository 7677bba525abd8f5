/**
 * Every format of documents and text, declared once: what it is called, which extensions it has, and where
 * its reader and writer are. Menus, the command line, detection and the documentation read this list.
 * Readers and writers are loaded on demand. Pictures are listed in pictures.ts.
 */
import type { Reader, Writer } from './conversion.ts'

export interface Format {
  /** Stable, for scripts: what `--from` and `--to` take. */
  readonly id: string
  /** As people know it: "Argdown". */
  readonly name: string
  /** With the dot; the first is the usual one. */
  readonly extensions: readonly [string, ...string[]]
  readonly mediaType: string
  /** One sentence for menus and help. */
  readonly hint: string
  readonly reader?: () => Promise<Reader>
  readonly writer?: () => Promise<Writer>
}

/** In the order in which menus list them. */
export const formats: readonly Format[] = [
  {
    id: 'aif',
    name: 'AIF JSON',
    extensions: ['.aif.json', '.json'],
    mediaType: 'application/json',
    hint: 'The exchange format of research on argument, as AIFdb has it; everything comes back from it.',
    reader: async () => (await import('./aif/read.ts')).readAif,
    writer: async () => (await import('./aif/write.ts')).writeAif,
  },
  {
    id: 'xaif',
    name: 'xAIF and OVA',
    extensions: ['.xaif.json', '.json'],
    mediaType: 'application/json',
    hint: 'What the editor OVA saves: AIF with the analysed text and positions.',
    reader: async () => (await import('./aif/read.ts')).readXaif,
  },
  {
    id: 'argdown',
    name: 'Argdown',
    extensions: ['.argdown', '.ad', '.adown'],
    mediaType: 'text/vnd.argdown',
    hint: 'Arguments as text that people read and edit in any editor.',
    reader: async () => (await import('./argdown/read.ts')).readArgdown,
    writer: async () => (await import('./argdown/write.ts')).writeArgdown,
  },
  {
    id: 'kialo',
    name: 'Kialo text export',
    extensions: ['.txt'],
    mediaType: 'text/plain',
    hint: 'A discussion as Kialo exports it: numbered claims, pro and con.',
    reader: async () => (await import('./kialo/read.ts')).readKialo,
  },
  {
    id: 'arggraph',
    name: 'Argument graph XML (arg-microtexts)',
    extensions: ['.xml'],
    mediaType: 'application/xml',
    hint: 'Annotated short texts, as research on argument mining has them.',
    reader: async () => (await import('./arggraph/read.ts')).readArggraph,
  },
  {
    id: 'sadface',
    name: 'SADFace JSON',
    extensions: ['.sadface.json', '.json'],
    mediaType: 'application/json',
    hint: 'What MonkeyPuzzle and the SADFace library save.',
    reader: async () => (await import('./sadface/read.ts')).readSadface,
  },
  {
    id: 'carneades',
    name: 'Carneades',
    extensions: ['.yml', '.yaml'],
    mediaType: 'application/yaml',
    hint: 'Argument graphs of Carneades 4, with issues and undercutters.',
    reader: async () => (await import('./carneades/read-yaml.ts')).readCarneades,
  },
  {
    id: 'caf',
    name: 'Carneades CAF',
    extensions: ['.xml'],
    mediaType: 'application/xml',
    hint: 'Argument graphs of Carneades 2: statements, arguments pro and con, references.',
    reader: async () => (await import('./carneades/read-caf.ts')).readCaf,
  },
  {
    id: 'iccma',
    name: 'ICCMA framework',
    extensions: ['.apx', '.tgf', '.af'],
    mediaType: 'text/plain',
    hint: 'Abstract argumentation frameworks, as solvers exchange them.',
    reader: async () => (await import('./iccma/read.ts')).readIccma,
  },
  {
    id: 'outline',
    name: 'Indented outline',
    extensions: ['.txt', '.md'],
    mediaType: 'text/plain',
    hint: 'Text as it is typed and pasted: what is indented stands under the line above, with + or - before it.',
    reader: async () => (await import('./outline/read.ts')).readOutline,
  },
  {
    id: 'freemind',
    name: 'Freemind mind map',
    extensions: ['.mm'],
    mediaType: 'application/x-freemind',
    hint: 'A mind map of Freemind or Freeplane: what hangs below a node supports it.',
    reader: async () => (await import('./outline/read-freemind.ts')).readFreemind,
  },
  {
    id: 'mermaid',
    name: 'Mermaid',
    extensions: ['.mmd', '.mermaid'],
    mediaType: 'text/vnd.mermaid',
    hint: 'A diagram as text, drawn by GitHub, GitLab, Obsidian and many wikis.',
    writer: async () => (await import('./mermaid/write.ts')).writeMermaid,
  },
  {
    id: 'dot',
    name: 'Graphviz DOT',
    extensions: ['.dot', '.gv'],
    mediaType: 'text/vnd.graphviz',
    hint: 'A diagram as text, laid out and drawn by Graphviz.',
    writer: async () => (await import('./dot/write.ts')).writeDot,
  },
  {
    id: 'graphml',
    name: 'GraphML',
    extensions: ['.graphml'],
    mediaType: 'application/graphml+xml',
    hint: 'For yEd, Gephi, NetworkX and other programs for graphs; loses nothing on the way back.',
    reader: async () => (await import('./graphml/read.ts')).readGraphml,
    writer: async () => (await import('./graphml/write.ts')).writeGraphml,
  },
  {
    id: 'csv',
    name: 'CSV, statements',
    extensions: ['.csv'],
    mediaType: 'text/csv',
    hint: 'A table with a row for each statement, for spreadsheets and statistics.',
    writer: async () => (await import('./csv/write.ts')).writeNodesCsv,
  },
  {
    id: 'csv-relations',
    name: 'CSV, relations',
    extensions: ['.relations.csv'],
    mediaType: 'text/csv',
    hint: 'A table with a row for each relation, by the ids of the statements it joins.',
    writer: async () => (await import('./csv/write.ts')).writeRelationsCsv,
  },
  {
    id: 'csl-json',
    name: 'CSL-JSON, sources',
    extensions: ['.csl.json', '.json'],
    mediaType: 'application/vnd.citationstyles.csl+json',
    hint: 'The sources alone, for reference managers such as Zotero.',
    writer: async () => (await import('./csl-json.ts')).writeCsl,
  },
  {
    id: 'opml',
    name: 'OPML outline',
    extensions: ['.opml'],
    mediaType: 'text/x-opml',
    hint: 'An outline for outliners and mind mappers.',
    reader: async () => (await import('./outline/read-opml.ts')).readOpml,
    writer: async () => (await import('./opml/write.ts')).writeOpml,
  },
]
