/**
 * Reads GraphML: files of our own writer, from which everything comes back; drawings of yEd and files with
 * plain keys; and maps of Argunet. Which of them a file is, its keys and namespaces say.
 */
import type { Reader } from '../conversion.ts'
import { parseXml } from '../xml.ts'
import { isArgunet, readArgunet } from './read-argunet.ts'
import { readDrawing } from './read-drawing.ts'
import { fileOf } from './read-file.ts'
import { isOurs, readOurs } from './read-ours.ts'

/** Reads GraphML of any of these programs. */
export const readGraphml: Reader = async (text) => {
  const parsed = await parseXml(text)
  if (!parsed.ok) return parsed
  const file = fileOf(parsed.value)
  if (!file.ok) return file
  if (isOurs(file.value)) return readOurs(file.value)
  return isArgunet(file.value) ? readArgunet(file.value) : readDrawing(file.value)
}
