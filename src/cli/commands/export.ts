/** `counterpoint export`: draws maps, or writes them up. */
import { sharedOptions, type Command } from '../command.ts'
import { exportTargets, readableFormats } from '../targets.ts'

export const exportCommand: Command = {
  name: 'export',
  operands: 'INPUT…',
  summary: 'Draws maps as pictures and pages, or writes them up as a brief',
  details: [
    'The output’s format is that of its extension, or of --to. The document travels inside SVG, PNG and HTML, so that they can be opened again, unless --no-document is given. Without a browser; an SVG is byte for byte what the editor exports.',
    `Writes ${exportTargets.map(({ id }) => id).join(', ')}. Reads what convert reads: ${readableFormats.map(({ id }) => id).join(', ')}.`,
  ],
  options: [
    sharedOptions.output,
    sharedOptions.from,
    { name: 'to', value: 'FORMAT', hint: 'Format of the output; by its extension unless given' },
    { name: 'branch', value: 'ID', hint: 'Only this node and what bears on it' },
    { name: 'section', value: 'ID', hint: 'Only this section' },
    { name: 'select', value: 'ID,ID…', hint: 'Only these nodes and relations' },
    { name: 'theme', value: 'NAME', hint: 'light (the usual one), dark, or print (greyscale)' },
    { name: 'evaluation', hint: 'Show what holds and how strongly' },
    { name: 'legend', hint: 'Explain the signs' },
    { name: 'sources', hint: 'List the sources' },
    { name: 'no-title', hint: 'Leave the title out' },
    { name: 'transparent', hint: 'No background (SVG, PNG)' },
    { name: 'scale', value: 'N', hint: 'Pixels for one px, 1 to 4; 2 unless given (PNG)' },
    {
      name: 'page',
      value: 'SIZE',
      hint: 'a4 (the usual one), a3, letter, or fit: as large as the map (PDF)',
    },
    { name: 'poster', hint: 'In readable size over as many pages as it takes (PDF)' },
    { name: 'sections', hint: 'An overview, then a page for each section (PDF)' },
    { name: 'no-document', hint: 'Leave the document out (SVG, PNG, HTML)' },
    { name: 'embed-fonts', hint: 'Carry the letters that are used (SVG)' },
  ],
  examples: [
    { call: 'counterpoint export map.json -o map.svg', does: 'Draws a map.' },
    {
      call: 'counterpoint export map.json -o map.png --scale 3 --evaluation --legend',
      does: 'A picture for slides, with what holds and an explanation of the signs.',
    },
    {
      call: 'counterpoint export map.json -o map.pdf --page a3 --poster --theme print',
      does: 'To be printed and put on a wall.',
    },
    { call: 'counterpoint export maps/ --to svg -o pictures/', does: 'Draws every map in a folder.' },
    { call: 'counterpoint export - --to md < map.json | less', does: 'Reads the brief at once.' },
  ],
  run: async (call, surroundings) => (await import('../running/export.ts')).runExport(call, surroundings),
}
