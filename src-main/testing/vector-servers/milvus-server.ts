import { Server, ServerCredentials, type ServerUnaryCall, type sendUnaryData, status } from '@grpc/grpc-js'
import { getGRPCService } from '@zilliz/milvus2-sdk-node'
import { freePort } from './free-port.ts'
import { type MilvusRequest, milvusCalls } from './milvus-calls.ts'
import type { MilvusCollection } from './milvus-collection.ts'
import { MilvusRefusal } from './milvus-refusal.ts'

/** Milvus' gRPC service at 127.0.0.1, which can be stopped and started again with what it holds. */
export interface MilvusServer {
  readonly address: string
  readonly token: string
  readonly collections: ReadonlyMap<string, MilvusCollection>
  /** Names of the calls so far. */
  readonly calls: readonly string[]
  start(): Promise<void>
  stop(): Promise<void>
}

const TOKEN = 'root:a-secret-of-milvus'
/** Answers that are a status, rather than hold one. */
const BARE = ['CreateCollection', 'DropCollection', 'CreateIndex', 'LoadCollection']

export async function startMilvusServer(): Promise<MilvusServer> {
  const address = `127.0.0.1:${await freePort()}`
  const collections = new Map<string, MilvusCollection>()
  const calls: string[] = []
  const known = Object.entries(milvusCalls(collections))
  const { service } = getGRPCService(
    { serviceName: 'milvus.proto.milvus.MilvusService' },
    { keepCase: true, longs: String, enums: String, defaults: true, oneofs: true },
  )
  let server: Server | undefined

  const handlers = Object.fromEntries(
    known.map(([name, answer]) => [
      name,
      ({ request, metadata }: ServerUnaryCall<MilvusRequest, object>, reply: sendUnaryData<object>) => {
        calls.push(name)
        const [given] = metadata.get('authorization')
        if (given !== Buffer.from(TOKEN).toString('base64'))
          return reply({
            code: status.UNAUTHENTICATED,
            details: 'auth check failure, please check api key is correct',
          })
        try {
          reply(null, answer(request))
        } catch (error) {
          if (!(error instanceof MilvusRefusal))
            return reply({ code: status.INTERNAL, details: String(error) })
          reply(null, BARE.includes(name) ? error.status() : { status: error.status() })
        }
      },
    ]),
  )

  const start = async () => {
    if (server) return
    const made = new Server({ 'grpc.max_receive_message_length': -1 })
    made.addService(service, handlers)
    await new Promise<void>((resolve, reject) =>
      made.bindAsync(address, ServerCredentials.createInsecure(), (error) =>
        error ? reject(error) : resolve(),
      ),
    )
    server = made
  }
  const stop = async () => {
    server?.forceShutdown()
    server = undefined
  }
  await start()
  return { address, token: TOKEN, collections, calls, start, stop }
}
