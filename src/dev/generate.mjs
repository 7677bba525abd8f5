// @ts-check
/**
 * `npm run generate`: writes the files that are made from the code, so that they never disagree with
 * it. `npm run generate -- --check` writes nothing and fails when a file is out of date.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { root } from './root.mjs'
import { viewerModule } from './viewer.mjs'

const { module: schema } = await runnerImport(join(root, 'src/formats/json/schema-document.ts'), { root })
const { module: pictures } = await runnerImport(join(root, 'tests/support/reference-pictures.ts'), { root })

/** @type {Readonly<Record<string, string>>} */
const files = {
  'graphs/argument-graph.schema.json': schema.schemaText(),
  'src/formats/html/viewer.generated.ts': await viewerModule(),
  ...Object.fromEntries(
    [...pictures.referencePictures()].map(([name, svg]) => [`tests/fixtures/pictures/${name}.svg`, svg]),
  ),
}

for (const [name, content] of Object.entries(files)) {
  const path = join(root, name)
  if (existsSync(path) && readFileSync(path, 'utf8') === content) continue
  if (process.argv.includes('--check')) {
    console.error(`${name} is out of date: run \`npm run generate\``)
    process.exitCode = 1
  } else {
    writeFileSync(path, content)
    console.log(`${name} written`)
  }
}
