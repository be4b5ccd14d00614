import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Writes an app that does nothing but have a main window and a warm quick one behind the same key. Its folder. */
export function emptyApp(folder: string): string {
  const app = join(folder, 'empty')
  mkdirSync(app)
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'empty', main: 'main.js' }))
  for (const [name, title] of Object.entries({ index: 'Empty', quick: 'Quick' }))
    writeFileSync(
      join(app, `${name}.html`),
      `<!doctype html><title>${title}</title><textarea autofocus></textarea>`,
    )
  writeFileSync(
    join(app, 'main.js'),
    `const { app, BrowserWindow, globalShortcut } = require('electron')
app.whenReady().then(() => {
  const main = new BrowserWindow({ width: 1200, height: 800 })
  main.loadFile('index.html')
  main.webContents.once('did-finish-load', () => {
    const quick = new BrowserWindow({ width: 640, height: 200, show: false, frame: false, alwaysOnTop: true })
    quick.loadFile('quick.html')
    quick.webContents.on('before-input-event', (_event, { key }) => key === 'Escape' && quick.hide())
    globalShortcut.register('Control+Shift+Space', () => {
      quick.show()
      quick.focus()
    })
  })
  main.on('closed', () => app.exit(0))
})
`,
  )
  return app
}
