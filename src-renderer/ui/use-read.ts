import { useCallback, useEffect, useRef, useState } from 'react'
import type { MethodName, Methods } from '../../src-preload/contract.ts'
import { useActions } from '../store/store.ts'
import type { Failure } from './error-note.tsx'
import { failureOf } from './use-attempt.ts'

export interface Reading<T> {
  /** The last one that came; stays while a newer one is read. */
  readonly value: T | undefined
  readonly failure: Failure | undefined
  readonly again: () => void
}

/**
 * What a method answers, read anew when its input (compared as JSON) changes or when `again` is called. Of answers that
 * cross on the way the latest question's counts. With `null` nothing is read. `changedAt`: when what is read last
 * changed; it is read anew then, too.
 */
export function useRead<Name extends MethodName>(
  method: Name,
  input: Methods[Name]['input'] | null,
  changedAt = '',
): Reading<Methods[Name]['output']> {
  const { client } = useActions()
  const [read, setRead] = useState<{ value?: Methods[Name]['output']; failure?: Failure }>({})
  const question = useRef(0)
  const key = JSON.stringify(input)

  const again = useCallback(() => {
    question.current += 1
    const asked = question.current
    if (key === 'null') return setRead({})
    client.call(method, JSON.parse(key) as Methods[Name]['input']).then(
      (value) => asked === question.current && setRead({ value }),
      (error: unknown) =>
        asked === question.current && setRead((before) => ({ ...before, failure: failureOf(error) })),
    )
  }, [client, method, key])

  useEffect(again, [again])
  const readFor = useRef(changedAt)
  useEffect(() => {
    if (readFor.current === changedAt) return
    readFor.current = changedAt
    again()
  }, [changedAt, again])
  return { value: read.value, failure: read.failure, again }
}
