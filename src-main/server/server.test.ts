import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { httpFace, TEST_TOKEN } from '../testing/http-face.ts'
import { call, say, scriptedModel } from '../testing/scripted-model.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { startServer } from './server.ts'

const remembering = (text: string) => ({
  model: scriptedModel({ root: [[call('memory.remember', { text })], [say('I shall remember it.')]] }),
})

describe('a goal over HTTP', () => {
  it('is started, followed, and found again in its conversation', async () => {
    const { request, ended } = await httpFace(remembering('the bins go out on Monday'))
    const goal = 'remember that the bins go out on Monday'
    const started = await request('POST', '/api/runs', { goal })
    expect(started).toMatchObject({
      status: 201,
      body: { id: expect.any(String), conversationId: expect.any(String) },
    })
    const { id, conversationId } = started.body
    await ended(id)
    expect((await request('GET', `/api/runs/${id}`)).body).toMatchObject({
      id,
      goal,
      status: 'succeeded',
      plan: [],
      effects: [{ tool: 'memory.remember', status: 'succeeded' }],
      evidence: [{ kind: 'memory' }],
      answer: 'I shall remember it.',
    })
    expect((await request('GET', '/api/runs')).body).toMatchObject([
      { id, status: 'succeeded', channel: 'api' },
    ])
    expect((await request('GET', '/api/conversations')).body).toMatchObject([{ id: conversationId }])
    const conversation = await request('GET', `/api/conversations/${conversationId}`)
    expect(conversation.body.messages.map(({ role }: { role: string }) => role)).toEqual([
      'operator',
      'agent',
    ])
    expect((await request('GET', `/api/runs/${id}/verify`)).body).toEqual({ id, problems: [] })
    expect((await request('GET', '/api/memory?q=bins&k=3')).body.hits).toMatchObject([
      { text: 'the bins go out on Monday' },
    ])
  })

  it('waits for an approval, which is given once', async () => {
    const path = (home: string) => join(home, 'notes', 'idea.md')
    const { request, until, ended, home } = await httpFace({
      model: scriptedModel({
        root: [({ home }) => [call('files.write', { path: path(home), text: 'an idea' })], [say('Written.')]],
      }),
    })
    const { id } = (await request('POST', '/api/runs', { goal: 'surprise me' })).body
    await until(id, ({ status }) => status === 'waiting')
    const pending = (await request('GET', '/api/approvals?status=pending')).body
    expect(pending).toMatchObject([
      {
        kind: 'approval',
        runId: id,
        tool: 'files.write',
        arguments: { path: path(home) },
        reason: expect.any(String),
        preview: { kind: 'diff' },
      },
    ])
    const answer = (words: unknown) =>
      request('POST', `/api/approvals/${encodeURIComponent(pending[0].id)}`, words)
    expect(await answer({ answer: 'perhaps' })).toMatchObject({
      status: 400,
      body: { error: { code: 'bad-answer' } },
    })
    expect((await answer({ answer: 'once' })).status).toBe(200)
    expect(await answer({ answer: 'reject' })).toMatchObject({
      status: 409,
      body: { error: { code: 'already-answered' } },
    })
    expect(await ended(id)).toMatchObject({ status: 'succeeded' })
  })

  it('is cancelled, alone or with everything else', async () => {
    const waiting = () => scriptedModel({ root: [[call('operator.ask', { question: 'Which one?' })]] })
    const { request, until } = await httpFace({ model: waiting() })
    const begin = async () => {
      const { id } = (await request('POST', '/api/runs', { goal: 'do it' })).body
      await until(id, ({ status }) => status === 'waiting')
      return id as string
    }
    const [first, second] = [await begin(), await begin()]
    expect((await request('POST', `/api/runs/${first}/cancel`)).body).toEqual({
      id: first,
      status: 'cancelled',
    })
    expect((await request('POST', '/api/stop')).body).toEqual({ cancelled: [second] })
    expect((await request('GET', '/api/approvals?status=pending')).body).toEqual([])
  })

  it('is answered in words the caller understands when it cannot be served', async () => {
    const { request } = await httpFace()
    const failures = [
      await request('POST', '/api/runs', {}),
      await request('POST', '/api/runs', { goal: 'x', gaol: 'y' }),
      await request('POST', '/api/runs', '{"goal": '),
      await request('POST', '/api/runs', '[]'),
      // a message may bring files along
      await request('POST', '/api/runs', { goal: 'x'.repeat(31_000_000) }),
      await request('POST', '/api/memory', { text: 'x'.repeat(3_000_000) }),
      await request('GET', '/api/runs/run_none'),
      await request('GET', '/api/runs?limit=many'),
      await request('DELETE', '/api/schedules/none'),
      await request('GET', '/api/nothing'),
    ]
    expect(failures.map(({ status, body }) => [status, body.error.code])).toEqual([
      [400, 'bad-request'],
      [400, 'bad-request'],
      [400, 'bad-json'],
      [400, 'bad-request'],
      [413, 'body-too-large'],
      [413, 'body-too-large'],
      [404, 'no-run'],
      [400, 'bad-request'],
      [404, 'not-found'],
      [404, 'no-such-address'],
    ])
    expect(failures[1]?.body.error.message).toContain('gaol')
  })
})

describe('memory and the calendar over HTTP', () => {
  it('keep, find and forget', async () => {
    const { request } = await httpFace()
    const kept = await request('POST', '/api/memory', { text: 'Ada likes green tea', kind: 'fact' })
    expect(kept).toMatchObject({ status: 201, body: { id: expect.any(String), kind: 'fact' } })
    expect((await request('GET', '/api/memory?q=tea')).body.hits).toMatchObject([
      { id: kept.body.id, score: expect.any(Number) },
    ])
    expect((await request('GET', '/api/memory')).body.hits).toHaveLength(1)
    expect((await request('DELETE', `/api/memory/${kept.body.id}`)).body).toEqual({ id: kept.body.id })
    expect((await request('GET', '/api/memory?q=tea')).body.hits).toEqual([])
    expect((await request('DELETE', '/api/memory/none')).status).toBe(404)
  })

  it('show and cancel a reminder', async () => {
    const at = new Date(Date.now() + 86_400_000).toISOString()
    const { request, until, ended } = await httpFace({
      model: scriptedModel({
        root: [[call('reminders.create', { text: 'read the first article', at })], [say('It is set.')]],
      }),
    })
    const { id } = (await request('POST', '/api/runs', { goal: 'think of something' })).body
    await until(id, ({ status }) => status === 'waiting')
    const [card] = (await request('GET', '/api/approvals?status=pending')).body
    await request('POST', `/api/approvals/${encodeURIComponent(card.id)}`, { answer: 'once' })
    await ended(id)
    const [reminder] = (await request('GET', '/api/schedules')).body
    expect(reminder).toMatchObject({ kind: 'reminder', text: 'read the first article', status: 'active' })
    const one = `/api/schedules/${reminder.id}`
    expect((await request('DELETE', one)).body).toMatchObject({ status: 'cancelled' })
    expect((await request('GET', one)).body).toMatchObject({ id: reminder.id, status: 'cancelled' })
    expect((await request('GET', '/api/schedules/none')).status).toBe(404)
  })
})

describe('what is let in', () => {
  const bearer = { authorization: `Bearer ${TEST_TOKEN}` }

  it.each([
    ['without a token', {}, 401],
    ['with a wrong token', { authorization: 'Bearer wrong' }, 401],
    ['with the token', bearer, 200],
    ['under a name that was made to point here', { ...bearer, host: 'evil.example:80' }, 403],
    ['under the right name with another port', { ...bearer, host: '127.0.0.1:1' }, 403],
    ['from another site', { ...bearer, origin: 'https://evil.example' }, 403],
    ['from a page without an origin', { ...bearer, origin: 'null' }, 403],
    ['from a page on another port of this machine', { ...bearer, origin: 'http://127.0.0.1:1' }, 403],
    ['as a subresource of another site', { ...bearer, 'sec-fetch-site': 'cross-site' }, 403],
  ])('a request %s is answered accordingly', async (_how, headers, status) => {
    const { request } = await httpFace()
    const { body, ...answer } = await request(
      'GET',
      '/api/runs',
      undefined,
      headers as Record<string, string>,
    )
    expect(answer.status).toBe(status)
    if (status !== 200)
      expect(body.error).toMatchObject({ code: expect.any(String), message: expect.any(String) })
  })

  it.each([
    '/api/runs',
    '/api/events',
    '/api/call/runs.list',
    '/metrics',
    '/API/runs',
    '/api/session/../runs',
    '/%61pi/runs',
  ])('%s shows nothing without the token', async (path) => {
    const { request } = await httpFace()
    const method = path.includes('call') ? 'POST' : 'GET'
    const { status } = await request(method, path, method === 'POST' ? {} : undefined, {})
    expect([401, 404]).toContain(status)
  })

  it('refuses a token in the query string, even the right one', async () => {
    const { request } = await httpFace()
    expect(await request('GET', `/api/runs?token=${TEST_TOKEN}`, undefined, {})).toMatchObject({
      status: 400,
      body: { error: { code: 'token-in-query' } },
    })
  })

  it('gives a browser a cookie for the token, which scripts and other sites cannot use', async () => {
    const { request, server } = await httpFace()
    const origin = server.address
    expect((await request('POST', '/api/session', { token: 'wrong' }, { origin })).status).toBe(401)
    const session = await request('POST', '/api/session', { token: TEST_TOKEN }, { origin })
    const set = String(session.headers['set-cookie'])
    expect(session.status).toBe(204)
    expect(set).toContain('HttpOnly')
    expect(set).toContain('SameSite=Strict')
    expect(set).not.toContain(TEST_TOKEN)
    const cookie = set.split(';')[0] as string
    const goal = { goal: 'x' }
    expect((await request('GET', '/api/runs', undefined, { cookie })).status).toBe(200)
    expect((await request('POST', '/api/runs', goal, { cookie })).status).toBe(403)
    expect((await request('POST', '/api/runs', goal, { cookie, origin: 'http://localhost:1' })).status).toBe(
      403,
    )
    expect((await request('POST', '/api/call/runs.list', {}, { cookie, origin })).body).toMatchObject({
      ok: true,
    })
    expect((await request('GET', '/api/runs', undefined, { cookie: cookie.replace(/.$/, 'x') })).status).toBe(
      401,
    )
  })

  it('tells anyone that it is alive, and those with the token how it is', async () => {
    const { request } = await httpFace()
    expect((await request('GET', '/healthz', undefined, {})).body).toEqual({ status: 'ok' })
    const metrics = await request('GET', '/metrics')
    expect(metrics.headers['content-type']).toContain('text/plain; version=0.0.4')
    expect(metrics.body).toMatch(/^adjutant_approvals_pending 0$/m)
    for (const line of metrics.body.trim().split('\n'))
      expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{[^}]*\})? [\d.e+]+)$/)
  })
})

describe('the call path of a browser', () => {
  it('answers results, and failures as results', async () => {
    const { request } = await httpFace()
    expect((await request('POST', '/api/call/tools.list', {})).body).toMatchObject({ ok: true })
    expect((await request('POST', '/api/call/runs.get', { id: 'none' })).body).toMatchObject({
      ok: false,
      error: { code: 'no-run' },
    })
    expect((await request('POST', '/api/call/constructor', {})).body).toMatchObject({ ok: false })
  })
})

describe('the interface', () => {
  const built = () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'assets'))
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Adjutant</title>')
    writeFileSync(join(folder, 'assets', 'app-1.js'), 'export {}')
    return folder
  }

  it('is served to anyone at this address, under a strict policy', async () => {
    const { request } = await httpFace({ interfaceFolder: built() })
    const page = await request('GET', '/', undefined, {})
    expect(page).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } })
    expect(page.body).toContain('<title>Adjutant</title>')
    expect(page.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'")
    const script = await request('GET', '/assets/app-1.js', undefined, {})
    expect(script.headers['content-type']).toContain('javascript')
    expect(script.headers['cache-control']).toContain('immutable')
  })

  it('gives nothing from outside its folder', async () => {
    const { request } = await httpFace({ interfaceFolder: built() })
    for (const path of ['/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/assets/..%2f..%2fetc/passwd']) {
      expect([400, 403, 404]).toContain((await request('GET', path, undefined, {})).status)
    }
  })

  it('says how to build it where it was not built', async () => {
    const { request } = await httpFace({ interfaceFolder: temporaryFolder() })
    expect((await request('GET', '/', undefined, {})).body).toContain('npm run build')
  })
})

describe('a port', () => {
  it('that is taken is said with what to do', async () => {
    const { server, agent } = await httpFace()
    const port = Number(new URL(server.address).port)
    await expect(startServer({ operator: agent.operator, token: 'x', port })).rejects.toMatchObject({
      code: 'port-taken',
      message: expect.stringContaining(String(port)),
      fix: expect.stringContaining('ADJUTANT_PORT'),
    })
  })
})
