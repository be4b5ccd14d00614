import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { loadThread } from './chat/lazy-thread.tsx'
import { createClient } from './client/create-client.ts'
import { earlyWords, removeEarlyBox } from './early/early-box.ts'
import { LanguageBoundary } from './shell/language-boundary.tsx'
import { loadPalette } from './shell/palette/command-palette.tsx'
import { loadPanes } from './shell/panes.ts'
import { keepPlace } from './shell/place.ts'
import { takeToken } from './shell/take-token.ts'
import { keepTheme } from './shell/theme.ts'
import { COMPOSER_ID } from './shell/use-shortcuts.ts'
import { followAgent } from './store/follow-agent.ts'
import { keepDrafts } from './store/keep-drafts.ts'
import { createAppStore, StoreContext } from './store/store.ts'
import './styles.css'
import { t } from './words.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

const client = createClient(window)
const store = createAppStore(client)
const token = takeToken(window)
keepTheme(store.state, document.documentElement)
keepPlace(store, window)
keepDrafts(store.state, sessionStorage, (names) =>
  store.actions.notify({
    tone: 'info',
    text: t('The page was loaded anew: attach {names} once more.', { names: names.join(', ') }),
  }),
)

const early = earlyWords(document)
if (early?.text) {
  const { drafts, selectedId = '' } = store.state.getState().conversations
  store.actions.setDraft((drafts[selectedId] ?? '') + early.text)
}
// at once, so that no key comes in between
flushSync(() =>
  createRoot(root).render(
    <StoreContext value={store}>
      <LanguageBoundary>
        <App />
      </LanguageBoundary>
    </StoreContext>,
  ),
)

if (early) removeEarlyBox(document, early, COMPOSER_ID)

// a wrong token shows as a page that is signed out, which asks for another
if (token) await client.signIn(token).catch(store.actions.notifyFailure)
followAgent(store)
// the desktop has them at hand, and memory for those that nobody opens is not
requestIdleCallback(
  () => void (window.adjutant ? loadThread() : Promise.allSettled([loadPanes(), loadPalette()])),
)
