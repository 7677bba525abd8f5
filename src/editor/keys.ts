/**
 * Shortcuts as data: where each acts and how it is written for people. Matching a pressed key is the
 * app's work (tinykeys does it); this file knows nothing of events.
 */
import type { Command, KeyScope } from './command.ts'

/** One shortcut of one command. */
export interface KeyBinding {
  readonly command: Command
  /** In tinykeys' notation. */
  readonly keys: string
  readonly scope: KeyScope
  /** A character without Ctrl, Alt or Meta: acts inside the map only and can be switched off (WCAG 2.1.4). */
  readonly single: boolean
}

/** Every shortcut of the commands. What acts `anywhere` acts inside the map as well. */
export function keyBindings(commands: readonly Command[]): readonly KeyBinding[] {
  return commands.flatMap((command) =>
    (command.keys ?? []).map((keys) => {
      const single = isSingleKey(keys)
      const scope = command.scope ?? 'anywhere'
      return { command, keys, scope: single && scope === 'anywhere' ? 'map' : scope, single }
    }),
  )
}

/** Whether a shortcut is a single character, with Shift at most. */
export function isSingleKey(keys: string): boolean {
  const { modifiers, key } = partsOf(keys)
  return key.length === 1 && modifiers.every((modifier) => modifier === 'Shift')
}

/** Keys that every text field has of its own, for the shortcut sheet. */
export const textKeys = [
  { keys: 'Shift+Enter', label: 'Start a new line' },
  { keys: '$mod+z', label: 'Undo typing' },
] as const

const names: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  '-': '−',
}

const modifierNames = {
  other: { $mod: 'Ctrl', Control: 'Ctrl', Alt: 'Alt', Shift: 'Shift', Meta: 'Meta' },
  mac: { $mod: '⌘', Control: '⌃', Alt: '⌥', Shift: '⇧', Meta: '⌘' },
} as const

/** A shortcut as people write it: "Ctrl+Shift+Z", on a Mac "⇧⌘Z". A character that needs Shift names itself. */
export function displayKeys(keys: string, platform: 'mac' | 'other' = 'other'): string {
  const { modifiers, key } = partsOf(keys)
  const isCharacter = key.length === 1 && key.toUpperCase() === key.toLowerCase()
  const written = names[key] ?? (key.length === 1 ? key.toUpperCase() : key.replace(/^(Key|Digit)(?=.$)/, ''))
  const labels: Readonly<Record<string, string>> = modifierNames[platform]
  const held = modifiers
    .filter((modifier) => modifier !== 'Shift' || !isCharacter)
    .map((modifier) => labels[modifier] ?? modifier)
  // Apple writes modifiers without a plus, the command key last.
  if (platform === 'mac')
    return [...held.sort((a, b) => macOrder.indexOf(a) - macOrder.indexOf(b)), written].join('')
  return [...held, written].join('+')
}

const macOrder = ['⌃', '⌥', '⇧', '⌘']

/** Splits as tinykeys does, so that "+" itself can be a key. */
function partsOf(keys: string): { modifiers: string[]; key: string } {
  const parts = keys.trim().split(/\b\+/)
  const key = parts.pop() ?? ''
  return { modifiers: parts, key }
}
