/** Every shortcut on one sheet (?), generated from the command list, and the switch for single keys. */
import { commandGroups, type CommandGroup } from '../../editor/command.ts'
import { commands } from '../../editor/commands.ts'
import { displayKeys, textKeys } from '../../editor/keys.ts'
import { useApp, useApplication } from '../app-state.ts'
import { AppDialog } from './AppDialog.tsx'

const groups = Object.entries(commandGroups) as readonly [CommandGroup, string][]
const scopes = { typing: 'while typing', map: 'in the map', anywhere: '' } as const

export function Shortcuts() {
  const application = useApplication()
  const singleKeys = useApp((state) => state.singleKeys)
  return (
    <AppDialog title="Keyboard shortcuts" wide>
      <div className="dialog-body">
        <p className="hint">
          Step into the map with a click, an arrow key or Enter; Escape steps out. Letters and digits act only
          inside the map; in text fields every key belongs to the text.
        </p>
        <label className="switch-row">
          <input
            type="checkbox"
            checked={singleKeys}
            onChange={(event) => {
              application.set({ singleKeys: event.target.checked })
              application.browser.settings.save({ singleKeys: event.target.checked })
            }}
          />
          Single letters and digits are shortcuts
        </label>
        <div className="shortcut-columns">
          {groups.map(([group, label]) => {
            const listed = commands.filter((command) => command.group === group && command.keys?.length)
            if (listed.length === 0) return null
            return (
              <section key={group} aria-labelledby={`shortcuts-${group}`}>
                <h3 id={`shortcuts-${group}`}>{label}</h3>
                <dl>
                  {listed.map((command) => (
                    <div key={command.id}>
                      <dt>
                        {command.label}
                        {command.scope === 'typing' && <span className="hint"> {scopes.typing}</span>}
                      </dt>
                      <dd>
                        {command.keys?.map((keys) => (
                          <kbd key={keys}>{displayKeys(keys, application.browser.platform)}</kbd>
                        ))}
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            )
          })}
          <section aria-labelledby="shortcuts-text">
            <h3 id="shortcuts-text">In every text field</h3>
            <dl>
              {textKeys.map(({ keys, label }) => (
                <div key={keys}>
                  <dt>{label}</dt>
                  <dd>
                    <kbd>{displayKeys(keys, application.browser.platform)}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        </div>
      </div>
    </AppDialog>
  )
}
