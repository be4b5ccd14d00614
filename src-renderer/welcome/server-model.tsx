import type { ModelServerView } from '../../src-preload/contract.ts'
import { Field, Select } from '../ui/field.tsx'
import { t } from '../words.ts'

export interface ServerModelProps {
  server: ModelServerView
  name: string
  onChange: (name: string) => void
}

/** Which of a local server's models. */
export const ServerModel = ({ server, name, onChange }: ServerModelProps) =>
  server.models.length === 0 ? (
    <p className="text-sm text-soft">
      {t('{server} has no model yet. Load one there, then look again.', { server: server.name })}
    </p>
  ) : (
    <Field label={t('Its model')}>
      {(control) => (
        <Select
          {...control}
          className="max-w-96"
          value={name}
          onChange={({ target }) => onChange(target.value)}
        >
          {server.models.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
