import { afterEach, describe, expect, it, vi } from 'vitest'
import { commandForKey, isTextField } from '../../src/app/keys.ts'
import type { KeyScope } from '../../src/editor/command.ts'
import { commands } from '../../src/editor/commands.ts'
import { keyBindings } from '../../src/editor/keys.ts'

interface Pressed {
  readonly key: string
  readonly code?: string
  readonly held?: readonly string[]
}

/** A key as the browser reports it. Ctrl is the main key here: these tests run on no Mac. */
function pressed({ key, code = '', held = [] }: Pressed): KeyboardEvent {
  return { key, code, getModifierState: (modifier: string) => held.includes(modifier) } as KeyboardEvent
}

function commandFor(press: Pressed, scope: KeyScope = 'map', singleKeys = true): string | undefined {
  return commandForKey(pressed(press), scope, singleKeys)?.id
}

/** What is pressed for a shortcut as it is written. */
function pressFor(keys: string): Pressed {
  const parts = keys.split(/\b\+/)
  const key = parts.pop() ?? ''
  return { key, held: parts.map((part) => (part === '$mod' ? 'Control' : part)) }
}

const bindings = keyBindings(commands)

describe('a pressed key', () => {
  it.each(bindings.map(({ keys, scope, command }) => [keys, scope, command.id] as const))(
    '%s stands for its command (%s: %s)',
    (keys, scope, id) => {
      expect(commandFor(pressFor(keys), scope)).toBe(id)
    },
  )

  it('acts inside the map if it acts anywhere, but not the other way round', () => {
    const save = { key: 's', held: ['Control'] }
    expect(commandFor(save, 'map')).toBe('file.save')
    expect(commandFor(save, 'anywhere')).toBe('file.save')
    expect(commandFor({ key: 'Tab' }, 'map')).toBe('add.child')
    expect(commandFor({ key: 'Tab' }, 'anywhere')).toBeUndefined()
  })

  it('means something else, or nothing, while text is typed', () => {
    expect(commandFor({ key: 'Tab' }, 'typing')).toBe('typing.child')
    expect(commandFor({ key: 'c' }, 'typing')).toBeUndefined()
    expect(commandFor({ key: 'Delete' }, 'typing')).toBeUndefined()
    expect(commandFor({ key: 'z', held: ['Control'] }, 'typing')).toBeUndefined()
  })

  it('goes by what it types, not by where it is: Z undoes on a German keyboard too', () => {
    expect(commandFor({ key: 'z', code: 'KeyY', held: ['Control'] })).toBe('edit.undo')
    expect(commandFor({ key: 'y', code: 'KeyZ', held: ['Control'] })).toBe('edit.redo')
  })

  it('counts the same with Caps Lock', () => {
    expect(commandFor({ key: 'C' })).toBe('add.counterpoint')
  })

  it('does not count with a modifier that is not asked for', () => {
    expect(commandFor({ key: 'c', held: ['Alt'] })).toBeUndefined()
    expect(commandFor({ key: 'Tab', held: ['Meta'] })).toBeUndefined()
    expect(commandFor({ key: 's', held: ['Control', 'Meta'] })).toBeUndefined()
  })

  it('that is a single character can be switched off, every other one cannot', () => {
    for (const { keys, scope, command, single } of bindings) {
      const id = commandFor(pressFor(keys), scope, false)
      expect([keys, id]).toEqual([keys, single ? undefined : command.id])
    }
  })
})

describe('a text field', () => {
  class FakeElement {
    constructor(
      readonly tag: string,
      readonly type = '',
      readonly isContentEditable = false,
    ) {}
    matches(selector: string): boolean {
      if (
        selector !== 'textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=range])'
      ) {
        throw new Error(`the test cannot match "${selector}"`)
      }
      const isField = this.tag === 'input' && !['checkbox', 'radio', 'button', 'range'].includes(this.type)
      return isField || this.tag === 'textarea' || this.tag === 'select'
    }
  }
  const isField = (element: object | null) => {
    vi.stubGlobal('HTMLElement', FakeElement)
    return isTextField(element as EventTarget | null)
  }
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it('is whatever keys go into', () => {
    expect(isField(new FakeElement('textarea'))).toBe(true)
    expect(isField(new FakeElement('input', 'search'))).toBe(true)
    expect(isField(new FakeElement('select'))).toBe(true)
    expect(isField(new FakeElement('div', '', true))).toBe(true)
  })

  it('is none of what is only pressed, nor what is no element', () => {
    expect(isField(new FakeElement('input', 'checkbox'))).toBe(false)
    expect(isField(new FakeElement('input', 'range'))).toBe(false)
    expect(isField(new FakeElement('div'))).toBe(false)
    expect(isField({})).toBe(false)
    expect(isField(null)).toBe(false)
  })
})
