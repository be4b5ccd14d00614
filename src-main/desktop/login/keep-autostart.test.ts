import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { autostartEntry } from './autostart-entry.ts'
import { autostartFile, keepAutostart } from './keep-autostart.ts'

const start = { program: '/opt/Adjutant/adjutant', args: ['--hidden'], env: {} }
const place = () => autostartFile({}, temporaryFolder())

describe('starting at login', () => {
  it('is an entry in the operator’s own configuration, hidden', () => {
    const file = place()
    expect(file).toMatch(/\/\.config\/autostart\/adjutant\.desktop$/)
    expect(keepAutostart(file, start)).toBe(true)
    expect(readFileSync(file, 'utf8')).toMatch(/^Exec=\/opt\/Adjutant\/adjutant --hidden$/m)
    expect(keepAutostart(file, start), 'a second time nothing is written').toBe(false)
  })

  it('follows the application to another place', () => {
    const file = place()
    keepAutostart(file, start)
    expect(keepAutostart(file, { ...start, program: '/home/maria/Adjutant.AppImage' })).toBe(true)
    expect(readFileSync(file, 'utf8')).toContain('/home/maria/Adjutant.AppImage')
  })

  it('is gone when it is switched off', () => {
    const file = place()
    keepAutostart(file, start)
    expect(keepAutostart(file, undefined)).toBe(true)
    expect(existsSync(file)).toBe(false)
    expect(keepAutostart(file, undefined)).toBe(false)
  })

  it('leaves an entry that somebody else has written', () => {
    const file = place()
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, '[Desktop Entry]\nExec=mine\n')
    keepAutostart(file, undefined)
    keepAutostart(file, start)
    expect(readFileSync(file, 'utf8')).toBe('[Desktop Entry]\nExec=mine\n')
  })

  it('keeps to XDG_CONFIG_HOME', () => {
    expect(autostartFile({ XDG_CONFIG_HOME: '/cfg' }, '/home/maria')).toBe('/cfg/autostart/adjutant.desktop')
  })

  it.each([
    ['a space', '/home/a b/adjutant', 'Exec="/home/a b/adjutant" --hidden'],
    ['a percent sign', '/home/100%/adjutant', 'Exec="/home/100%%/adjutant" --hidden'],
    ['a dollar', '/home/$x/adjutant', 'Exec="/home/\\\\$x/adjutant" --hidden'],
    ['a quote', '/home/"/adjutant', 'Exec="/home/\\\\"/adjutant" --hidden'],
    ['a new line', '/home/x\n/adjutant', 'Exec="/home/x\\n/adjutant" --hidden'],
  ])('finds a program whose path holds %s', (_what, program, line) => {
    expect(autostartEntry({ ...start, program }).split('\n')).toContain(line)
  })

  it('opens the same data directory', () => {
    expect(autostartEntry({ ...start, env: { ADJUTANT_HOME: '/data/a b' } })).toContain(
      'Exec=/usr/bin/env "ADJUTANT_HOME=/data/a b" /opt/Adjutant/adjutant --hidden',
    )
  })
})
