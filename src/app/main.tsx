/** Starts the editor in this page. */
import '@fontsource-variable/inter/wght.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { createApplication } from './application.ts'
import { ApplicationContext } from './app-state.ts'
import { browserOf } from './browser-ports.ts'
import { listenToClipboard, listenToKeys } from './listeners.ts'
import { followTheme } from './theme.ts'
// After the components, whose libraries bring styles of their own.
import './styles/tokens.css'
import './styles/base.css'
import './styles/shell.css'
import './styles/menus.css'
import './styles/dialogs.css'
import './styles/export.css'
import './styles/sections.css'
import './styles/statement.css'
import './styles/relation.css'
import './styles/canvas.css'
import './styles/panels.css'
import './styles/questions.css'
import './styles/debate.css'
// Before the panel's, which has their rules for narrow windows and paper.
import './styles/what-if.css'
import './styles/problems.css'
import './styles/review.css'
import './styles/print.css'

const application = createApplication(browserOf(window))
followTheme(application)
listenToKeys(application)
listenToClipboard(application)
void application.documents.begin()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element "root"')
createRoot(root).render(
  <StrictMode>
    <ApplicationContext value={application}>
      <App />
    </ApplicationContext>
  </StrictMode>,
)
