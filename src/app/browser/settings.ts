/**
 * What a person has set for themselves in this browser: how it looks, which panels are open, whether single
 * keys act. Not part of any document. A setting that cannot be understood is as if it had not been made.
 */
import * as v from 'valibot'
import { pictureThemes } from '../../formats/drawing/picture.ts'
import { pagePlans, pageSizes } from '../../formats/export-request.ts'
import type { LocalStore } from './local-store.ts'

const exportSchema = v.object({
  to: v.string(),
  document: v.boolean(),
  fonts: v.boolean(),
  scale: v.picklist([1, 2, 3, 4]),
  page: v.picklist(pageSizes),
  pages: v.picklist(pagePlans),
  theme: v.picklist(pictureThemes),
  evaluation: v.boolean(),
  legend: v.boolean(),
  title: v.boolean(),
  sources: v.boolean(),
  transparent: v.boolean(),
})

/** The choices of an export that are made for longer than one. */
export type KeptExport = Readonly<v.InferOutput<typeof exportSchema>>

const settingsSchema = v.object({
  theme: v.fallback(v.picklist(['system', 'light', 'dark', 'contrast']), 'system'),
  inspector: v.fallback(v.boolean(), true),
  minimap: v.fallback(v.boolean(), true),
  evaluationShown: v.fallback(v.boolean(), true),
  /** Whether letters and digits alone are shortcuts inside the map (WCAG 2.1.4 wants a switch). */
  singleKeys: v.fallback(v.boolean(), true),
  /** How the last export was made; one that is not understood is as if there had been none. */
  export: v.fallback(v.optional(exportSchema), undefined),
})

export type Settings = Readonly<v.InferOutput<typeof settingsSchema>>

const key = 'counterpoint.settings'

/** The settings made so far, each one not made at its default. */
export function loadSettings(store: LocalStore): Settings {
  return v.parse(settingsSchema, parsed(store.get(key)))
}

/** Keeps these settings and leaves the others as they are; answers all of them. */
export function saveSettings(store: LocalStore, changes: Partial<Settings>): Settings {
  const settings = { ...loadSettings(store), ...changes }
  store.set(key, JSON.stringify(settings))
  return settings
}

function parsed(text: string | undefined): object {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    // Not ours, or cut off: as if nothing had been set.
    return {}
  }
}
