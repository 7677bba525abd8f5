/** Sets the colours on the page: as chosen, or as the system is set. */
import type { Application } from './application.ts'

export function followTheme(application: Application): void {
  const { store, browser } = application
  const follow = () => {
    const { theme } = store.getState()
    const system = browser.wantsContrast() ? 'contrast' : browser.isDark() ? 'dark' : 'light'
    document.documentElement.dataset.theme = theme === 'system' ? system : theme
  }
  follow()
  browser.watchDark(follow)
  store.subscribe((state, before) => {
    if (state.theme !== before.theme) follow()
  })
}
