import { KeyRound } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { CallError } from '../adjutant-client.ts'
import { useActions } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { t } from '../words.ts'

/** Shown where this browser has no session: it asks for the token that the agent printed. */
export function SignIn() {
  const { client } = useActions()
  const [token, setToken] = useState('')
  const [failure, setFailure] = useState<CallError>()
  const [busy, setBusy] = useState(false)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setFailure(undefined)
    try {
      // a whole address may be pasted as well
      await client.signIn(token.trim().replace(/^.*#token=/, ''))
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <main className="flex h-full items-center justify-center p-6">
      <form onSubmit={submit} className="flex w-full max-w-sm flex-col gap-4">
        <KeyRound aria-hidden className="size-7 text-accent" strokeWidth={1.5} />
        <div>
          <h1 className="font-semibold text-lg">{t('Open Adjutant in this browser')}</h1>
          <p className="mt-1 text-soft">
            {t('When it starts, the agent prints an address that ends in')} <code>#token=…</code>
            {t('. Open that address, or paste it here.')}
          </p>
        </div>
        <Field label={t('Address or token')}>
          {(control) => (
            <TextInput
              {...control}
              type="password"
              autoComplete="off"
              value={token}
              onChange={(event) => setToken(event.target.value)}
            />
          )}
        </Field>
        {failure && <ErrorNote failure={failure} />}
        <Button type="submit" kind="primary" busy={busy} disabled={!token.trim()}>
          {t('Open')}
        </Button>
      </form>
    </main>
  )
}
