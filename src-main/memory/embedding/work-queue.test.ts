import { describe, expect, it } from 'vitest'
import { createWorkQueue } from './work-queue.ts'

const vectorsOf = (texts: readonly string[]) => texts.map((text) => Float32Array.of(text.length))

describe('the queue of texts', () => {
  it('lets no more wait than it can hold: who comes then waits until there is room', async () => {
    const queue = createWorkQueue({ batch: 2, capacity: 3, wake: () => undefined })
    const first = queue.add(['a', 'bb'])
    const ended: string[] = []
    const second = queue.add(['ccc', 'dddd']).then(() => ended.push('second'))
    const batch = queue.take()
    expect(batch?.texts).toEqual(['a', 'bb'])
    expect(queue.take()).toBeUndefined()
    if (batch) queue.done(batch, vectorsOf(batch.texts))
    await first
    await expect.poll(() => queue.take()?.texts).toEqual(['ccc', 'dddd'])
    expect(ended).toEqual([])
    queue.failAll(new Error('over'))
    await expect(second).rejects.toThrow('over')
  })

  it('gives each request its own vectors where they share a batch', async () => {
    const queue = createWorkQueue({ batch: 8, capacity: 100, wake: () => undefined })
    const given = [queue.add(['a']), queue.add(['bb', 'ccc'])]
    const batch = queue.take()
    if (batch) queue.done(batch, vectorsOf(batch.texts))
    expect((await Promise.all(given)).map((vectors) => vectors.map(([length]) => length))).toEqual([
      [1],
      [2, 3],
    ])
  })

  it('takes a batch that was put back before all others', async () => {
    const queue = createWorkQueue({ batch: 1, capacity: 100, wake: () => undefined })
    const given = queue.add(['a', 'bb'])
    const first = queue.take()
    if (first) queue.again(first)
    expect(queue.take()).toBe(first)
    queue.failAll(new Error('over'))
    await expect(given).rejects.toThrow('over')
  })

  it('refuses at once what is aborted before it begins', async () => {
    const queue = createWorkQueue({ batch: 1, capacity: 100, wake: () => undefined })
    await expect(queue.add(['a'], { signal: AbortSignal.abort(new Error('gone')) })).rejects.toThrow('gone')
    expect(queue.take()).toBeUndefined()
  })

  it('forgets who is aborted while waiting for room', async () => {
    const queue = createWorkQueue({ batch: 2, capacity: 2, wake: () => undefined })
    const first = queue.add(['a', 'bb'])
    const controller = new AbortController()
    const second = queue.add(['ccc'], { signal: controller.signal })
    controller.abort(new Error('not wanted'))
    await expect(second).rejects.toThrow('not wanted')
    const batch = queue.take()
    if (batch) queue.done(batch, vectorsOf(batch.texts))
    await first
    expect(queue.take()).toBeUndefined()
  })

  it('that is closed refuses what is in it, what waits for room and what comes', async () => {
    const queue = createWorkQueue({ batch: 2, capacity: 2, wake: () => undefined })
    const given = [queue.add(['a', 'bb']), queue.add(['ccc'])]
    queue.close(new Error('closed'))
    given.push(queue.add(['later']))
    for (const each of given) await expect(each).rejects.toThrow('closed')
    expect(queue.take()).toBeUndefined()
  })
})
