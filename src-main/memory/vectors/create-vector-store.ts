import type { Database } from '../../storage/database.ts'
import { assertNever } from '../../vocabulary/assert-never.ts'
import type { VectorSpace } from './space-name.ts'
import { createSqliteVectors } from './sqlite/create-sqlite-vectors.ts'
import type { VectorStore } from './vector-store.ts'

/** Where vectors are kept: on this computer, or in a service of the operator's. */
export type VectorStoreChoice =
  | { readonly kind: 'sqlite' }
  | { readonly kind: 'pgvector'; readonly url: string }
  | {
      readonly kind: 'pinecone'
      readonly index: string
      readonly apiKey: string
      /** Default: Pinecone's cloud. */
      readonly controllerUrl?: string
    }
  | { readonly kind: 'milvus'; readonly address: string; readonly token?: string }

/**
 * A store for one space, `db` being where vectors on this computer go. Services are connected to when first asked;
 * their clients are loaded only where they are chosen. Throws VectorStoreError for an address that is none.
 */
export async function createVectorStore(
  choice: VectorStoreChoice,
  { db, ...space }: VectorSpace & { readonly db: Database },
): Promise<VectorStore> {
  switch (choice.kind) {
    case 'sqlite':
      return createSqliteVectors({ db, ...space })
    case 'pgvector': {
      const { createPgVectors } = await import('./pgvector/create-pg-vectors.ts')
      return createPgVectors({ ...choice, ...space })
    }
    case 'pinecone': {
      const { createPineconeVectors } = await import('./pinecone/create-pinecone-vectors.ts')
      return createPineconeVectors({ ...choice, ...space })
    }
    case 'milvus': {
      const { createMilvusVectors } = await import('./milvus/create-milvus-vectors.ts')
      return createMilvusVectors({ ...choice, ...space })
    }
    default:
      // not the choice itself: it may hold a secret
      return assertNever((choice as { kind: never }).kind, 'vector store')
  }
}
