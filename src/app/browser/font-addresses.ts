/** Where the build has put the font files of exports, by their names below "@fontsource-variable". */
const files = import.meta.glob<string>(
  [
    '/node_modules/@fontsource-variable/*/files/*-wght-normal.woff2',
    '/node_modules/@fontsource-variable/*/files/*-wght-italic.woff2',
    '/node_modules/@fontsource-variable/*/unicode.json',
  ],
  { query: '?url', import: 'default', eager: true },
)

export const fontAddresses: ReadonlyMap<string, string> = new Map(
  Object.entries(files).map(([path, address]) => [
    path.replace('/node_modules/@fontsource-variable/', ''),
    address,
  ]),
)
