import { useEffect, useRef, useState } from 'react'
import { useActions } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Field, Select } from '../ui/field.tsx'
import { createListener, type Listening } from '../voice/listen.ts'
import { type MicrophoneProblem, MUTED, problemOf } from '../voice/microphone-problem.ts'
import { t } from '../words.ts'

interface Device {
  readonly id: string
  readonly label: string
}

/** Which microphone, and whether it hears anything. Names are known only once one was open. */
export function MicrophoneSetting() {
  const { client, devices } = useActions()
  const [chosen, setChosen] = useState(devices.chosenMicrophone() ?? '')
  const [known, setKnown] = useState<readonly Device[]>([])
  const [trying, setTrying] = useState(false)
  const [problem, setProblem] = useState<MicrophoneProblem>()
  const level = useRef<HTMLSpanElement>(null)
  const listening = useRef<Listening>(undefined)

  const stop = () => {
    listening.current?.cancel()
    listening.current = undefined
    setTrying(false)
  }
  // whoever leaves the page listens no more
  useEffect(() => () => listening.current?.cancel(), [])
  useEffect(() => {
    void readDevices().then(setKnown)
    const again = () => void readDevices().then(setKnown)
    navigator.mediaDevices?.addEventListener('devicechange', again)
    return () => navigator.mediaDevices?.removeEventListener('devicechange', again)
  }, [])

  const start = async () => {
    setProblem(undefined)
    setTrying(true)
    try {
      listening.current = await createListener(client, devices).begin({
        keepOpen: false,
        onLevel: (now) => level.current?.style.setProperty('width', `${Math.round(now * 100)}%`),
        onMuted: (muted) => setProblem(muted ? MUTED : undefined),
        onLost: stop,
      })
      setKnown(await readDevices())
    } catch (error) {
      setProblem(problemOf(error))
      setTrying(false)
    }
  }
  const choose = (id: string) => {
    stop()
    devices.chooseMicrophone(id || undefined)
    setChosen(id)
  }
  const listed = known.some(({ id }) => id === chosen) || chosen === ''

  return (
    <>
      <div className="flex flex-wrap items-end gap-2">
        <Field label={t('Microphone')} className="max-w-80 flex-1">
          {(control) => (
            <Select {...control} value={chosen} onChange={({ target }) => choose(target.value)}>
              <option value="">{t("The system's choice")}</option>
              {!listed && <option value={chosen}>{t('One that is not connected')}</option>}
              {known.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Button aria-pressed={trying} onClick={trying ? stop : () => void start()}>
          {trying ? t('Stop') : t('Try it')}
        </Button>
        {trying && (
          <span
            role="img"
            aria-label={t('Level of the microphone')}
            className="mb-3 h-2 w-32 overflow-hidden rounded-full bg-sunken"
          >
            <span ref={level} className="block h-full w-0 rounded-full bg-accent" />
          </span>
        )}
      </div>
      {problem && <ErrorNote failure={problem} />}
    </>
  )
}

/** Those with a name: without leave to listen, a browser tells neither names nor ids. */
async function readDevices(): Promise<Device[]> {
  const all = (await navigator.mediaDevices?.enumerateDevices()) ?? []
  return all
    .filter(({ kind, label, deviceId }) => kind === 'audioinput' && label && deviceId !== 'default')
    .map(({ deviceId, label }) => ({ id: deviceId, label }))
}
