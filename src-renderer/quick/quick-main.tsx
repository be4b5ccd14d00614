import { createRoot } from 'react-dom/client'
import { createClient } from '../client/create-client.ts'
import { LanguageBoundary } from '../shell/language-boundary.tsx'
import { keepTheme } from '../shell/theme.ts'
import { followAgent } from '../store/follow-agent.ts'
import { createAppStore, StoreContext } from '../store/store.ts'
import '../styles.css'
import { QuickApp } from './quick-app.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('quick.html has no #root')

const store = createAppStore(createClient(window))
keepTheme(store.state, document.documentElement)
createRoot(root).render(
  <StoreContext value={store}>
    <LanguageBoundary>
      <QuickApp />
    </LanguageBoundary>
  </StoreContext>,
)
followAgent(store)
