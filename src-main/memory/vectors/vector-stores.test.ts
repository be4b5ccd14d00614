import { STORES } from '../../testing/vector-servers/stores-under-test.ts'
import { describeVectorStore } from '../../testing/vector-store-conformance.ts'

for (const [kind, start] of Object.entries(STORES)) describeVectorStore(kind, start)
