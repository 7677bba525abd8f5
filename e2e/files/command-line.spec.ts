/** The command line draws what the browser draws, byte for byte. */
import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../../src/dev/root.mjs'
import { FileDesk } from '../support/file-desk.ts'
import { expect, test } from '../support/test.ts'

test('an exported SVG is the very file that the command line writes', async ({ editor, page }) => {
  await FileDesk.removePickers(page)
  await editor.open()
  await editor.expectMap()
  await page.keyboard.press('Control+e')
  const dialog = editor.dialog('Export')
  await dialog.getByRole('radio', { name: /^SVG/ }).check()
  const saving = page.waitForEvent('download')
  await dialog.getByRole('button', { name: /^Save/ }).click()
  const browsers = await readFile(await (await saving).path())

  const program = join(root, 'src', 'cli', 'counterpoint.mjs')
  const map = join(root, 'graphs', 'belt-and-road.json')
  const { stdout } = spawnSync(process.execPath, [program, 'export', map, '--to', 'svg'], {
    maxBuffer: 2 ** 28,
  })
  expect(stdout.length).toBeGreaterThan(0)
  expect(browsers.equals(stdout)).toBe(true)
})
