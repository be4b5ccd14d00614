import { modifierName } from '../shell/shortcuts.ts'
import { t } from '../words.ts'

/** A chord such as "Mod Shift F" as keys. */
export const Keys = ({ chord }: { chord: string }) => (
  <span className="inline-flex items-center gap-1">
    {chord.split(' ').map((key) => (
      <kbd
        key={key}
        className="rounded border border-line-strong bg-sunken px-1.5 py-0.5 font-mono text-[11px]"
      >
        {t(key === 'Mod' ? modifierName() : key)}
      </kbd>
    ))}
  </span>
)
