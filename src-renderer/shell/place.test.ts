import { expect, it } from 'vitest'
import type { AdjutantClient } from '../adjutant-client.ts'
import { createAppStore } from '../store/store.ts'
import { keepPlace } from './place.ts'

/** As much of a window as addresses need. */
function windowAt(hash: string) {
  const listeners: (() => void)[] = []
  const location = { hash }
  const go = (_state: unknown, _title: string, href: string) => {
    location.hash = href
  }
  const page = {
    location,
    history: { pushState: go },
    addEventListener: (_type: string, listener: () => void) => listeners.push(listener),
  }
  const goTo = (to: string) => {
    location.hash = to
    for (const listener of listeners) listener()
  }
  return { page: page as unknown as Window, location, goTo }
}

const nobody: AdjutantClient = {
  call: () => Promise.reject(new Error('not asked for here')),
  listen: () => () => {},
  signIn: async () => {},
}

it('where a person is stands in the address, and the address brings them back', () => {
  const store = createAppStore(nobody)
  const shown = () => {
    const { ui, runs } = store.state.getState()
    return [ui.pane, runs.selectedId]
  }
  const { page, location, goTo } = windowAt('#/runs/run_7')
  keepPlace(store, page)
  expect(shown()).toEqual(['runs', 'run_7'])
  store.actions.openPane('memory')
  expect(location.hash).toBe('#/memory')
  goTo('#/runs/run_8')
  expect(shown()).toEqual(['runs', 'run_8'])
})
