import { useStore } from '../store/store.ts'
import { useRead } from '../ui/use-read.ts'

/** The tool servers, read anew whenever one of them stands otherwise. */
export const useConnections = () => {
  const changes = useStore(({ settings }) => settings.toolChanges ?? 0)
  return useRead('connections.list', {}, String(changes))
}
