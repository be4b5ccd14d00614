import type { StoreApi } from 'zustand/vanilla'
import type { State } from '../store/state.ts'

/** Keeps `data-theme` of the page what the settings say; without it the system decides. */
export function keepTheme(store: StoreApi<State>, page: HTMLElement): void {
  const show = ({ ui }: State) => {
    if (ui.theme === 'system') delete page.dataset.theme
    else page.dataset.theme = ui.theme
  }
  show(store.getState())
  store.subscribe(show)
}
