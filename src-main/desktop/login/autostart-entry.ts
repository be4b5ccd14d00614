/** How the application is started: a program, its arguments, and what its environment must hold. */
export interface StartCommand {
  readonly program: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** Says which entries are ours: nobody else's is ever touched. */
const OURS = 'X-Adjutant-Autostart=true'

/** What a Linux desktop starts at login. https://specifications.freedesktop.org/autostart-spec/latest/ */
export function autostartEntry({ program, args, env }: StartCommand): string {
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`)
  const words = [...(variables.length > 0 ? ['/usr/bin/env', ...variables] : []), program, ...args]
  return `[Desktop Entry]
Type=Application
Name=Adjutant
Comment=Personal agent that acts with permission
Exec=${words.map(quoted).join(' ')}
TryExec=${escaped(program)}
Icon=adjutant
Terminal=false
StartupNotify=false
X-GNOME-Autostart-enabled=true
${OURS}
`
}

export const isOurEntry = (text: string): boolean => text.split('\n').includes(OURS)

/**
 * An argument in quotes, for the shell-like rules of Exec: a percent sign would begin a field code.
 * https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html
 */
const quoted = (word: string): string =>
  /^[\w@+=:,./-]+$/.test(word)
    ? word
    : escaped(`"${word.replace(/["`$\\]/g, (sign) => `\\${sign}`).replaceAll('%', '%%')}"`)

/** Values of type string have escapes of their own. */
const escaped = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\r', '\\r')
