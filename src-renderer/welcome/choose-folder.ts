import { CallError } from '../adjutant-client.ts'

/** A folder by the system's own dialog, in the desktop window alone; undefined where none is chosen. */
export async function chooseFolder(): Promise<string | undefined> {
  const result = await window.adjutant?.desktop('folder.choose', {})
  if (result && !result.ok) throw new CallError(result.error)
  return result?.value.path
}
