import { useState } from 'react'

/** State that goes on after a reload of the page; secrets do not belong into it. */
export function useKept<Value>(key: string, initial: Value): [Value, (value: Value) => void] {
  const [value, setValue] = useState<Value>(() => {
    const kept = sessionStorage.getItem(key)
    return kept === null ? initial : (JSON.parse(kept) as Value)
  })
  return [
    value,
    (next) => {
      sessionStorage.setItem(key, JSON.stringify(next))
      setValue(next)
    },
  ]
}
