/** One request for vectors of texts. */
interface Job {
  readonly texts: readonly string[]
  readonly query: boolean
  readonly vectors: (Float32Array | undefined)[]
  /** Texts that are not in a batch yet. */
  next: number
  left: number
  readonly resolve: (vectors: Float32Array[]) => void
  readonly reject: (error: unknown) => void
}

/** Texts that go to the model together, and where their vectors belong. */
export interface Batch {
  readonly texts: readonly string[]
  readonly places: readonly { readonly job: Job; readonly index: number }[]
}

export interface WorkQueue {
  /** Waits while the queue is full, unless it is a query. Rejects with the signal's reason, or with what it was closed with. */
  add(texts: readonly string[], options?: { query?: boolean; signal?: AbortSignal }): Promise<Float32Array[]>
  /** The next batch: queries first; undefined where nothing waits. */
  take(): Batch | undefined
  done(batch: Batch, vectors: readonly Float32Array[]): void
  failed(batch: Batch, error: unknown): void
  /** Puts a batch back before all others. */
  again(batch: Batch): void
  failAll(error: unknown): void
  /** Fails all, and whatever comes later. */
  close(error: unknown): void
}

/** Bounded work for one model, in batches of `batch` texts; at most `capacity` texts wait. */
export function createWorkQueue({
  batch: size,
  capacity,
  wake,
}: {
  batch: number
  capacity: number
  wake: () => void
}): WorkQueue {
  let jobs: Job[] = []
  let back: Batch[] = []
  let waitingTexts = 0
  let admissions: (() => void)[] = []
  let closed: { readonly error: unknown } | undefined

  const admitAll = () => {
    const admitted = admissions
    admissions = []
    for (const admit of admitted) admit()
  }
  const settle = (job: Job) => {
    jobs = jobs.filter((other) => other !== job)
    waitingTexts -= job.texts.length
    admitAll()
  }
  const failAll = (error: unknown) => {
    back = []
    for (const job of [...jobs]) {
      settle(job)
      job.reject(error)
    }
  }
  /** Resolves when there may be room; rejects where that is not waited for any more. */
  const room = (signal: AbortSignal | undefined) =>
    new Promise<void>((resolve, reject) => {
      const admit = () => {
        signal?.removeEventListener('abort', abort)
        resolve()
      }
      const abort = () => {
        admissions = admissions.filter((other) => other !== admit)
        reject(signal?.reason)
      }
      signal?.addEventListener('abort', abort, { once: true })
      admissions.push(admit)
    })

  return {
    add: async (texts, { query = false, signal } = {}) => {
      signal?.throwIfAborted()
      if (texts.length === 0) return []
      while (!closed && !query && waitingTexts > 0 && waitingTexts + texts.length > capacity) {
        await room(signal)
        signal?.throwIfAborted()
      }
      if (closed) throw closed.error
      return new Promise((resolve, reject) => {
        const abort = () => {
          settle(job)
          reject(signal?.reason)
        }
        const free = () => signal?.removeEventListener('abort', abort)
        const job: Job = {
          texts,
          query,
          vectors: new Array(texts.length),
          next: 0,
          left: texts.length,
          resolve: (vectors) => {
            free()
            resolve(vectors)
          },
          reject: (error) => {
            free()
            reject(error)
          },
        }
        signal?.addEventListener('abort', abort, { once: true })
        jobs.push(job)
        waitingTexts += texts.length
        wake()
      })
    },
    take: () => {
      const returned = back.shift()
      if (returned) return returned
      const ready = jobs.filter((job) => job.next < job.texts.length)
      const queries = ready.filter((job) => job.query)
      const places: { job: Job; index: number }[] = []
      for (const job of queries.length > 0 ? queries : ready) {
        while (job.next < job.texts.length && places.length < size) places.push({ job, index: job.next++ })
      }
      if (places.length === 0) return undefined
      return { places, texts: places.map(({ job, index }) => job.texts[index] as string) }
    },
    done: ({ places }, vectors) => {
      places.forEach(({ job, index }, at) => {
        if (!jobs.includes(job)) return
        job.vectors[index] = vectors[at]
        job.left -= 1
        if (job.left > 0) return
        settle(job)
        job.resolve(job.vectors as Float32Array[])
      })
    },
    failed: ({ places }, error) => {
      for (const job of new Set(places.map((place) => place.job))) {
        if (!jobs.includes(job)) continue
        settle(job)
        job.reject(error)
      }
    },
    again: (batch) => {
      back = [batch, ...back]
    },
    failAll,
    close: (error) => {
      closed ??= { error }
      failAll(error)
      admitAll()
    },
  }
}
