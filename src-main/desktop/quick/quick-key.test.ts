import { describe, expect, it } from 'vitest'
import type { GlobalKeyView } from '../../../src-preload/contract.ts'
import { createQuickKey } from './quick-key.ts'

async function desktop(
  chord: string,
  {
    taken = [],
    spoken = 'Ctrl+Alt+Space',
    doubt,
  }: { taken?: string[]; spoken?: string; doubt?: string } = {},
) {
  const registered = new Map<string, () => void>()
  const views: GlobalKeyView[] = []
  let opened = 0
  const key = createQuickKey({
    shortcuts: {
      register: (accelerator, pressed) => {
        if (taken.includes(accelerator)) return false
        registered.set(accelerator, pressed)
        return true
      },
      unregister: (accelerator) => registered.delete(accelerator),
    },
    pressed: () => {
      opened += 1
    },
    changed: (view) => views.push(view),
    doubt: async () => doubt,
    byCommand: 'Use the command.',
  })
  await key.choose(chord, spoken)
  return { key, registered, view: () => views.at(-1), opened: () => opened }
}

describe('the key of the quick window', () => {
  it('opens it', async () => {
    const { registered, view, opened } = await desktop('Ctrl+Shift+Space')
    registered.get('Control+Shift+Space')?.()
    expect(opened()).toBe(1)
    expect(view()).toEqual({ chord: 'Ctrl+Shift+Space', how: 'press' })
  })

  it('is another one where a program has taken the usual one, and that is said', async () => {
    const { registered, view } = await desktop('Ctrl+Shift+Space', { taken: ['Control+Shift+Space'] })
    expect([...registered.keys()]).toEqual(['Alt+Shift+Space'])
    expect(view()).toEqual({
      chord: 'Alt+Shift+Space',
      how: 'press',
      why: 'Another program has taken Ctrl+Shift+Space.',
    })
  })

  it('is no other one where the operator chose it: it is said that it is taken', async () => {
    const { registered, view } = await desktop('Meta+KeyJ', { taken: ['Meta+J'] })
    expect(registered.size).toBe(0)
    expect(view()).toMatchObject({ chord: 'Meta+KeyJ', how: 'none', why: expect.stringContaining('taken') })
  })

  it('is not the key to speak', async () => {
    const { registered, view } = await desktop('Ctrl+Alt+Space')
    expect(registered.size).toBe(0)
    expect(view()).toMatchObject({ how: 'none', why: expect.stringContaining('to speak') })
  })

  it('is given up when another one is chosen, or none', async () => {
    const { key, registered, view } = await desktop('Ctrl+Shift+Space')
    await key.choose('F9', 'Ctrl+Alt+Space')
    expect([...registered.keys()]).toEqual(['F9'])
    await key.choose('none', 'Ctrl+Alt+Space')
    expect(registered.size).toBe(0)
    expect(view()).toEqual({ how: 'none' })
  })

  it('is doubted on Wayland until it was pressed once', async () => {
    const { registered, view, opened } = await desktop('Ctrl+Shift+Space', { doubt: 'Perhaps not.' })
    expect(view()).toMatchObject({ how: 'press', why: 'Perhaps not. Use the command.' })
    registered.get('Control+Shift+Space')?.()
    expect(view()).toEqual({ chord: 'Ctrl+Shift+Space', how: 'press' })
    expect(opened()).toBe(1)
  })
})
