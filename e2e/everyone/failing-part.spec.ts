/** A part of the window that fails says so and takes nothing else along: least of all the document. */
import { smallMap } from '../support/graph-files.ts'
import { keptText } from '../support/kept-work.ts'
import { expect, test } from '../support/test.ts'

for (const [part, script, key] of [
  ['inspector', /\/Inspector-[^/]*\.js$/, 'Escape'],
  ['dialog', /\/Dialogs-[^/]*\.js$/, 'Control+k'],
] as const) {
  test(`without its ${part} the editor goes on, and nothing is lost`, async ({ editor, page, guard }) => {
    guard.allow(/Failed to load resource|dynamically imported|^page error: The .* failed/)
    await page.route(script, (route) => route.abort())
    await editor.openDocument(smallMap)
    await page.keyboard.press(key)
    const failure = page.getByRole('alert').filter({ hasText: `The ${part} ran into an error` })
    await expect(failure).toContainText('Your document is safe and goes on being saved.')

    await editor.title.fill('Still here')
    await editor.retext('c1', 'Typed after the failure.')
    await expect.poll(() => keptText(page)).toContain('Typed after the failure.')

    await page.unroute(script)
    await page.getByRole('button', { name: `Show the ${part} again` }).click()
    await expect(part === 'inspector' ? editor.inspector : editor.dialog('Commands')).toBeVisible()
    await expect(failure).toHaveCount(0)

    page.on('dialog', (dialog) => void dialog.accept())
    await page.reload()
    await expect(editor.title).toHaveValue('Still here')
    await expect(editor.node('c1')).toContainText('Typed after the failure.')
  })
}
