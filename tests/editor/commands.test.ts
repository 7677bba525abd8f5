import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { commandGroups } from '../../src/editor/command.ts'
import { commandById, commands, dryRun, titleOf } from '../../src/editor/commands.ts'
import { displayKeys, isSingleKey, keyBindings } from '../../src/editor/keys.ts'
import {
  directionNames,
  nodeKindNames,
  ratingNames,
  relationKindNames,
  weightNames,
} from '../../src/model/kinds.ts'
import { Refusal } from '../../src/model/refusal.ts'
import { graph } from '../support/graph-builder.ts'
import { TestEditor } from '../support/test-editor.ts'

const bindings = keyBindings(commands)

describe('the command list', () => {
  it('has every id once, in words joined by dots and hyphens', () => {
    const ids = commands.map((command) => command.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !/^[a-z]+(\.[a-z]+(-[a-z]+)*)+$/.test(id))).toEqual([])
  })

  it('has a label for every command, no two alike in one scope, and a known group', () => {
    const labels = commands.map(
      (command) => `${command.label} (${command.scope === 'typing' ? 'typing' : 'map'})`,
    )
    expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([])
    expect(commands.filter((command) => !/^\p{Lu}/u.test(command.label))).toEqual([])
    expect(commands.filter((command) => !Object.hasOwn(commandGroups, command.group))).toEqual([])
  })

  it('has no group without a command', () => {
    const used = new Set<string>(commands.map((command) => command.group))
    expect(Object.keys(commandGroups).filter((group) => !used.has(group))).toEqual([])
  })

  it('gives no key to two commands where both could act', () => {
    const inMap = bindings.filter((binding) => binding.scope !== 'typing').map((binding) => binding.keys)
    const whileTyping = bindings
      .filter((binding) => binding.scope === 'typing')
      .map((binding) => binding.keys)
    for (const keys of [inMap, whileTyping]) {
      expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
    }
  })

  it('names icons that the app has', () => {
    const drawn = readFileSync(new URL('../../src/app/icons.tsx', import.meta.url), 'utf8')
    const names = commands.flatMap((command) => command.icon ?? [])
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(drawn))).toEqual([])
  })

  it('offers every kind, rating, weight and direction of the vocabulary', () => {
    const wanted = [
      ...nodeKindNames.flatMap((kind) => [`add.root.${kind}`, `node.retype.${kind}`]),
      ...ratingNames.map((rating) => `node.rate.${rating}`),
      ...relationKindNames.map((kind) => `relation.kind.${kind}`),
      ...weightNames.map((weight) => `relation.weight.${weight}`),
      ...directionNames.map((direction) => `arrange.direction.${direction}`),
    ]
    for (const id of wanted) expect(commandById(id).id).toBe(id)
  })

  it.each([
    ['Tab', 'add.child'],
    ['Enter', 'add.sibling'],
    ['c', 'add.counterpoint'],
    ['F2', 'node.edit'],
    ['ArrowUp', 'go.up'],
    ['Alt+ArrowUp', 'arrange.earlier'],
    ['Shift+ArrowUp', 'arrange.nudge.up'],
    ['Delete', 'edit.delete'],
    ['Backspace', 'edit.delete'],
    ['$mod+Delete', 'edit.delete-keep-children'],
    ['Space', 'arrange.collapse'],
    ['$mod+z', 'edit.undo'],
    ['$mod+Shift+z', 'edit.redo'],
    ['$mod+y', 'edit.redo'],
    ['$mod+c', 'edit.copy'],
    ['$mod+x', 'edit.cut'],
    ['$mod+v', 'edit.paste'],
    ['$mod+d', 'edit.duplicate'],
    ['$mod+a', 'edit.select-all'],
    ['$mod+s', 'file.save'],
    ['$mod+Shift+s', 'file.save-as'],
    ['$mod+o', 'file.open'],
    ['$mod+n', 'file.new'],
    ['$mod+k', 'view.palette'],
    ['$mod+f', 'view.search'],
    ['/', 'view.search'],
    ['Shift+?', 'help.shortcuts'],
    ['0', 'view.zoom-actual'],
    ['1', 'view.zoom-all'],
    ['2', 'view.zoom-selection'],
    ['+', 'view.zoom-in'],
    ['-', 'view.zoom-out'],
    ['b', 'view.focus'],
    ['g', 'view.focus-out'],
    ['h', 'view.lineage'],
    ['p', 'arrange.pin'],
    ['l', 'relation.connect-support'],
  ])('has %s for %s in the map', (keys, id) => {
    expect(bindings.find((binding) => binding.keys === keys && binding.scope !== 'typing')?.command.id).toBe(
      id,
    )
  })

  it.each([
    ['Tab', 'typing.child'],
    ['Enter', 'typing.sibling'],
    ['Shift+Tab', 'typing.counterpoint'],
    ['$mod+Enter', 'typing.keep'],
    ['Escape', 'typing.cancel'],
  ])('has %s for %s while typing', (keys, id) => {
    expect(bindings.find((binding) => binding.keys === keys && binding.scope === 'typing')?.command.id).toBe(
      id,
    )
  })

  it('reaches everything the surroundings can do', () => {
    const editor = new TestEditor(graph`p1 addresses i1; c1 supports c0`)
    for (const command of commands.filter((each) => 'run' in each)) {
      editor.state = { ...editor.state, selection: ['r2', 'p1'] }
      if (command.id.startsWith('relation.connect')) editor.state = { ...editor.state, selection: ['p1'] }
      editor.run(command.id)
      if (command.id === 'edit.copy') editor.run('add.root.note').type('Something to undo')
    }
    editor.run('edit.undo').run('edit.redo')
    const verbs = new Set(editor.asked.map((asked) => asked.replace(/ .*/, '')))
    expect(verbs).toEqual(new Set(Object.keys(editor.services)))
    expect(new Set(editor.asked)).toEqual(
      new Set([
        ...[...verbs].filter(
          (verb) =>
            ![
              'zoom',
              'focusOn',
              'suppose',
              'toggleReview',
              'connectTo',
              'copyAs',
              'editDetails',
              'setTheme',
            ].includes(verb),
        ),
        'focusOn p1',
        ...['text', 'markdown', 'picture'].flatMap((form) => [
          `copyAs ${form} selection`,
          `copyAs ${form} branch`,
        ]),
        'toggleReview verdicts',
        'toggleReview problems',
        'suppose {"doubted":["r2","p1"],"ratings":{}}',
        ...['in', 'out', 'actual', 'all', 'selection'].map((to) => `zoom ${to}`),
        ...['support', 'attack', 'address', 'restate', 'add-premise', 'change-target'].map(
          (does) => `connectTo ${does}`,
        ),
        ...['note', 'source', 'warrant', 'questions'].map((field) => `editDetails ${field}`),
        ...['light', 'dark', 'contrast', 'system'].map((theme) => `setTheme ${theme}`),
      ]),
    )
  })
})

describe('asking a command', () => {
  const contexts = () => [
    new TestEditor(),
    new TestEditor(graph`c1 supports c0; i1`),
    new TestEditor(graph`c1 supports c0; k1 attacks r1`).select('c1'),
    new TestEditor(graph`c1 supports c0; k1 attacks r1`).select('r1'),
    new TestEditor(graph`n1; i1`).select('n1', 'i1'),
    new TestEditor(graph`c1`).select('c1').press('F2'),
  ]

  it('changes nothing', () => {
    for (const editor of contexts()) {
      const before = editor.state
      const bytes = JSON.stringify(before)
      for (const command of commands) dryRun(command, editor.context)
      expect(editor.state).toBe(before)
      expect(JSON.stringify(before)).toBe(bytes)
    }
  })

  it('is refused in a sentence that names a way out', () => {
    const reasons = new Set<string>()
    for (const editor of contexts()) {
      for (const command of commands) {
        const outcome = dryRun(command, editor.context)
        if (outcome instanceof Refusal) reasons.add(outcome.reason)
      }
    }
    expect(reasons.size).toBeGreaterThan(15)
    // Two parts: what is the case, and after a colon or semicolon what can be done.
    expect([...reasons].filter((reason) => !/^\p{Lu}[^]*[:;,] [^]+\.$/u.test(reason))).toEqual([])
  })

  it('says the same as doing', () => {
    for (const command of commands.filter((each) => 'edit' in each && each.scope !== 'typing')) {
      const editor = new TestEditor(graph`c1 supports c0; k1 attacks r1; c2 supports c0`).select('c1', 'c2')
      const refused = dryRun(command, editor.context) instanceof Refusal
      expect([command.id, editor.run(command.id).refusal !== undefined]).toEqual([command.id, refused])
    }
  })

  it('titles name what undo and redo would do', () => {
    const editor = new TestEditor(graph`c1; c2; c3`).select('c1', 'c2', 'c3').press('Delete')
    expect(titleOf(commandById('edit.undo'), editor.context)).toBe('Undo Delete 3 claims')
    editor.press('$mod+z')
    expect(titleOf(commandById('edit.redo'), editor.context)).toBe('Redo Delete 3 claims')
    expect(titleOf(commandById('edit.undo'), editor.context)).toBe('Undo')
    expect(titleOf(commandById('edit.copy'), editor.context)).toBe('Copy')
  })

  it('check marks follow document and view', () => {
    const checked = (id: string, editor: TestEditor) => commandById(id).checked?.(editor.context)
    const editor = new TestEditor(graph`c1 supports c0; e1`).select('c1')
    expect(checked('node.retype.claim', editor)).toBe(true)
    expect(checked('node.retype.evidence', editor)).toBe(false)
    expect(checked('node.rate.none', editor)).toBe(true)
    expect(checked('relation.kind.supports', editor)).toBe(true)
    expect(checked('relation.weight.strong', editor)).toBe(true)
    expect(checked('arrange.direction.down', editor)).toBe(true)
    expect(checked('arrange.pin', editor)).toBe(false)
    expect(checked('arrange.pin', editor.press('p'))).toBe(true)
    expect(checked('arrange.collapse', editor.select('c0').press('Space'))).toBe(true)
    const view = { inspector: true, minimap: false, theme: 'dark' } as const
    const shown = { ...editor.context, view }
    expect(commandById('view.inspector').checked?.(shown)).toBe(true)
    expect(commandById('view.minimap').checked?.(shown)).toBe(false)
    expect(commandById('view.theme.dark').checked?.(shown)).toBe(true)
    expect(checked('view.theme.dark', editor)).toBe(false)
  })

  it('an unknown id is our mistake', () => {
    expect(() => commandById('edit.nothing')).toThrow('there is no command "edit.nothing"')
  })
})

describe('keys', () => {
  it.each([
    ['$mod+Shift+z', 'Ctrl+Shift+Z', '⇧⌘Z'],
    ['Alt+ArrowUp', 'Alt+↑', '⌥↑'],
    ['Tab', 'Tab', 'Tab'],
    ['c', 'C', 'C'],
    ['Shift+?', '?', '?'],
    ['Shift++', '+', '+'],
    ['-', '−', '−'],
    ['$mod+Enter', 'Ctrl+Enter', '⌘Enter'],
    ['$mod+Alt+n', 'Ctrl+Alt+N', '⌥⌘N'],
    ['Shift+l', 'Shift+L', '⇧L'],
    ['Escape', 'Esc', 'Esc'],
  ])('%s is written %s, on a Mac %s', (keys, other, mac) => {
    expect(displayKeys(keys)).toBe(other)
    expect(displayKeys(keys, 'mac')).toBe(mac)
  })

  it('single characters act inside the map only, whatever else the command may do', () => {
    expect(bindings.filter((binding) => binding.single && binding.scope !== 'map')).toEqual([])
    expect(['c', '/', 'Shift+?', '0', '+', 'Shift+l'].every(isSingleKey)).toBe(true)
    expect(['Tab', 'F2', '$mod+k', 'Space', 'Alt+n', 'ArrowUp'].some(isSingleKey)).toBe(false)
  })

  it('keys of what acts anywhere are never letters alone', () => {
    const anywhere = bindings.filter((binding) => binding.scope === 'anywhere').map((binding) => binding.keys)
    expect(anywhere.filter((keys) => !keys.includes('$mod') && !/^F\d/.test(keys))).toEqual([])
  })
})
